/** Police, social services and prosecutor at one table; from each a line, and the lines become one. */
import { arm, bust, officer } from './figures.ts'
import { draw, sway } from './moves.ts'
import { lamp, thread } from './things.ts'

const social = { skin: 3, cloth: 2, hair: 'curls' } as const
const prosecutor = { skin: 2, cloth: 4, hair: 'bob', glasses: true } as const
const shelf = (x: number) =>
  `<path class="wood2" d="M${x} 126h96v6H${x}z"/><path class="c3" d="M${x + 8} 98h9v28h-9zM${x + 48} 94h10v32h-10z"/><path class="c5" d="M${x + 19} 102h8v24h-8zM${x + 60} 104h8v22h-8z"/><path class="c1" d="M${x + 29} 96h9v30h-9z"/><path class="c4" d="M${x + 39} 104h7v22h-7z"/>`

export const three = `
<path class="wall" d="M-20-20h520v310H-20z"/>
${shelf(20)}${shelf(364)}
${lamp(240, 58)}
<path class="wall2" d="M-20 209h520v8H-20z"/><path class="floor" d="M-20 216h520v74H-20z"/>
${bust(134, 186, officer, { m: sway(0, 0.8, 0, 5), extra: `<path class="badge" d="M10-28l6-3 6 3q1 9-6 13-7-4-6-13z"/><path class="fine" d="M-12-32l9 8 10-8"/>` })}
${bust(240, 186, social, { m: sway(0, 1, 0, 4.2), extra: arm('M20-28Q34-14 22-6', [20, -6], social) })}
${bust(346, 186, prosecutor, { look: -1, m: sway(0, 0.8, 0, 5.6), extra: `<path class="sheet" d="M-6-32l9 12 9-12z"/>${arm('M22-28Q34-12 22-4', [20, -4], prosecutor)}` })}
<path class="wood" d="M70 184q170-12 340 0 10 1 10 9t-10 9q-170 10-340 0-10-1-10-9t10-9z"/>
<path class="edge bold" d="M92 206v26M388 206v26"/>
<path class="sheet" d="M206 186l36-2 4 9-40 2zM300 188l32 1-2 8-34-1z"/>
<path class="sheet" d="M160 176h11v8q0 4-4 4h-3q-4 0-4-4z"/>
${thread()}
<path class="second thin" d="M134 202q0 30 34 40t72 14"${draw(0.8, 2.6)}/>
<path class="second thin" d="M240 206v50"${draw(1.2, 2.6)}/>
<path class="second thin" d="M346 202q0 30-34 40t-72 14"${draw(1.6, 3)}/>
<path class="second" d="M240 256q70 4 130 0t130 0"${draw(2.6, 5)}/>
<path class="knot" d="M240 256h0"/>
`
