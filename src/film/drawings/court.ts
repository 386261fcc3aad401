/** The courtroom: the court at the far end; she sits between her lawyer and the one beside her. */
import { back, beside, bust, lawyer, she } from './figures.ts'
import { sway } from './moves.ts'
import { second, thread, together } from './things.ts'

const judge = { skin: 1, cloth: 6, hair: 'bob', glasses: true } as const
const lay = [
  { skin: 3, cloth: 3, hair: 'short' },
  { skin: 2, cloth: 4, hair: 'bun', shade: 'grey' },
  { skin: 1, cloth: 5, hair: 'short', shade: 'grey' },
] as const
const seat = (x: number) =>
  `<path class="wood2" d="M${x - 24} 240v-22q0-9 9-9h30q9 0 9 9v22z"/><path class="grain" d="M${x - 10} 212v26M${x + 10} 212v26"/><path class="edge bold" d="M${x - 20} 240v10M${x + 20} 240v10"/>`
const small = (x: number, inner: string) =>
  `<g transform="translate(${x} 124) scale(.720)">${inner}</g>`

export const court = `
<path class="wall" d="M-20-20h520v310H-20z"/>
<path class="wall2" d="M96 26h288v120H96z"/><path class="fold" d="M144 26v100M192 26v100M240 26v100M288 26v100M336 26v100"/>
<path class="beam" d="M16 40h48v96H16zM416 40h48v96h-48z"/><path class="frame" d="M16 40h48v96H16zM40 40v96M416 40h48v96h-48zM440 40v96"/>
${small(160, bust(0, 0, lay[0], { m: sway(0, 0.6, 0, 6) }))}${small(212, bust(0, 0, judge, { m: sway(0, 0.9, 0, 4.4) }))}${small(268, bust(0, 0, lay[1], { look: -1, m: sway(0, 0.6, 0, 5) }))}${small(322, bust(0, 0, lay[2], { look: -1, m: sway(0, 0.6, 0, 5.6) }))}
<path class="wood" d="M108 122h264q5 0 5 5v6H103v-6q0-5 5-5z"/><path class="wood2" d="M112 133h256v34H112z"/><path class="grain" d="M163 138v24M214 138v24M265 138v24M316 138v24"/>
<path class="sheet" d="M200 116l22-1 3 7h-25z"/><path class="case" d="M234 106h22v16h-22z"/>
<path class="floor" d="M-20 166h520v124H-20z"/>
<path class="wood" d="M360 190l106-6 18 12v6H356z"/><path class="wood2" d="M360 202h122v36H360z"/><path class="sheet" d="M408 178h12v10q0 3-4 3h-4q-4 0-4-3z"/>
<path class="wood2" d="M34 208h280v26H34z"/><path class="wood" d="M46 190h256l18 14v6H28v-6z"/><path class="sheet" d="M124 194l24-1 4 9h-30zM212 186h10v13q0 3-3 3h-4q-3 0-3-3z"/>
${back(96, 236, lawyer)}${back(176, 236, she)}${back(256, 236, beside)}
${seat(96)}${seat(176)}${seat(256)}
${thread()}${second(together)}
`
