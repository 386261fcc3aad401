/** Waiting in the corridor of the court: tall windows, a bench, someone beside her. */
import { arm, beside, limb, she, sitting } from './figures.ts'
import { sway, turn } from './moves.ts'
import { second, thread, together } from './things.ts'

const waiting = { skin: 3, cloth: 5, hair: 'scarf', shade: 4 } as const
const tall = (x: number) =>
  `<path class="sky" d="M${x} 150V64q0-26 26-26t26 26v86z"/><path class="hill1" d="M${x} 128q26-14 52-2v24H${x}z"/><path class="frame" d="M${x} 150V64q0-26 26-26t26 26v86zM${x + 26} 38v112M${x} 96h52"/>`

export const corridor = `
<path class="wall" d="M-20-20h520v310H-20z"/>
${tall(34)}${tall(122)}${tall(210)}
<path class="wall2" d="M-20 207h520v8H-20z"/><path class="floor" d="M-20 214h520v76H-20z"/>
<path class="beam" d="M34 214h52l40 76H60zM122 214h52l40 76h-66zM210 214h52l40 76h-66z"/>
<path class="wood2" d="M342 52h118v164H342z"/><path class="door" d="M350 60h48v156h-48zM404 60h48v156h-48z"/><path class="fold" d="M358 70h32v56h-32zM412 70h32v56h-32zM358 138h32v66h-32zM412 138h32v66h-32z"/><path class="edge bold" d="M393 134v12M409 134v12"/>
<g transform="translate(304 84)"><circle class="sheet" r="16"/><path class="fine" d="M0 0v-9"/><g${turn(6)}><path class="fine" d="M0 0h11"/></g></g>
<path class="edge bold" d="M42 206v30M300 206v30M170 206v30"/>
<path class="wood" d="M26 164h290v12H26zM26 196h290q4 0 4 5t-4 5H26q-4 0-4-5t4-5z"/>
${sitting(66, 196, waiting, { extra: `${limb('M34-34L38 34', 'kw', 3)}${arm('M6-42Q18-26 33-32', [34, -33], waiting)}` })}
${sitting(176, 196, she, { nod: sway(0, 0.5, 1, 5), extra: arm('M6-42Q16-22 28-14', [30, -14], she) })}
${sitting(244, 196, beside, { look: -1, nod: sway(0, 0.6, 2, 3.8), extra: arm('M6-42Q18-26 34-18', [37, -17], beside) })}
${thread()}${second(together)}
`
