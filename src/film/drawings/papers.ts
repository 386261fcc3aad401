/** Her own lawyer beside her, at the same side of the desk: they read a paper together. */
import { arm, bust, lawyer, she } from './figures.ts'
import { sway } from './moves.ts'
import { cup, pane, plant, second, thread, together } from './things.ts'

const books = (x: number, y: number) =>
  `<path class="c4" d="M${x} ${y - 30}h9v30h-9z"/><path class="c1" d="M${x + 10} ${y - 34}h8v34h-8z"/><path class="c5" d="M${x + 19} ${y - 28}h10v28h-10z"/><path class="c3" d="M${x + 30} ${y - 32}h9v32h-9z"/><path class="c2" d="M${x + 52} ${y - 30}l8-2 7 31-8 1z"/>`

export const papers = `
<path class="wall" d="M-20-20h520v310H-20z"/>
<path class="wood2" d="M32 58h102v132H32z"/><path class="shelf" d="M38 64h90v38H38zM38 108h90v38H38zM38 152h90v38H38z"/>${books(44, 102)}${books(50, 146)}
${pane(330, 50, 108, 86)}
<path class="wall2" d="M-20 209h520v8H-20z"/><path class="floor" d="M-20 216h520v74H-20z"/>
${bust(196, 182, she, { m: sway(0, 0.6, 0, 4.6), extra: arm('M-18-28Q-30-12-14-2', [-11, -1], she) })}
${bust(288, 182, lawyer, { look: -1, m: sway(0, 0.8, 0, 5.4), extra: '<path class="sheet" d="M-5-33l8 14 8-14z"/><path class="c5" d="M1-24h4l2 18-4 6-4-6z"/>' })}
<path class="wood" d="M96 178h300q6 0 6 6v8H90v-8q0-6 6-6z"/><path class="wood2" d="M104 192h284v44H104z"/><path class="grain" d="M246 196v36"/>
<path class="sheet" d="M196 176l20-26 66 2 6 26z"/><path class="fine" d="M216 158h52M212 164h50M208 170h34"/>
<g${sway(3, 0.6, 0, 3)}>${arm('M310 152Q304 170 280 166', [276, 164], lawyer)}<path class="edge bold" d="M270 168l12-14"/></g>
${cup(140, 178)}
${plant(424, 236, 1.2)}
<path class="pot" d="M60 212h38q5 0 5 5v19H55v-19q0-5 5-5z"/><path class="fine" d="M70 212v-6h18v6M55 222h48"/>
${thread()}${second(together)}
`
