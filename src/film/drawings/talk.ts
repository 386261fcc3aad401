/** Two armchairs in good light: she and the one beside her. Used also when she may stop. */
import { arm, beside, she, sitting } from './figures.ts'
import { sway } from './moves.ts'
import { cup, pane, plant, second, table, thread } from './things.ts'

const armchair = (x: number, look: 1 | -1, cloth: string) =>
  `<g transform="translate(${x} 196) scale(${look} 1)"><path class="edge bold" d="M-26 24v12M30 24v12"/><path class="${cloth}" d="M-42 24q-6-30-4-80 2-18 20-18t20 16l4 42h34q8 0 8 8v32z"/><path class="${cloth}" d="M-40 24v-28q0-10 10-10h50q10 0 10 10v28z"/></g>`

export const talk = `
<path class="wall" d="M-20-20h520v310H-20z"/>
${pane(182, 44, 116, 84)}
<path class="wall2" d="M-20 207h520v8H-20z"/><path class="floor" d="M-20 214h520v76H-20z"/>
<ellipse class="rug" cx="240" cy="236" rx="206" ry="20"/>
${plant(56, 226, 1.25)}
<path class="fine" d="M436 222V84M420 224h32"/><path class="beam" d="M408 84h56l42 140h-140z"/><path class="c5" d="M408 86l12-34h32l12 34z"/>
${armchair(142, 1, 'c3')}${armchair(338, -1, 'c3')}
${sitting(142, 190, she, { nod: sway(0, 0.5, 1.5, 5), extra: arm('M6-42Q16-22 30-18', [32, -18], she) })}
${sitting(338, 190, beside, { look: -1, nod: sway(0, 1, 2.5, 3.4), extra: arm('M6-42Q22-30 36-38', [38, -39], beside, sway(1.5, -2, -2, 3.4)) })}
${table(206, 194, 68, 36)}
${cup(225, 194, -1)}${cup(256, 194)}
${thread()}${second('M-14 262q60-6 116-8t116-2 116 0 116 0 60 2')}
`
