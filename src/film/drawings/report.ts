/** At the counter of the police: she tells, the one beside her stands close. */
import { arm, beside, bust, officer, she, standing } from './figures.ts'
import { sway, turn } from './moves.ts'
import { plant, second, thread } from './things.ts'

export const report = `
<path class="wall" d="M-20-20h520v310H-20z"/>
<path class="wall2" d="M232 46h210q8 0 8 8v132H224V54q0-8 8-8z"/>
<path class="beam" d="M240 56h194v120H240z"/>
<g transform="translate(176 78)"><circle class="sheet" r="17"/><path class="fine" d="M0 0v-10"/><g${turn(3)}><path class="fine" d="M0 0h8"/></g></g>
<path class="c3" d="M28 64h58v74H28z"/><path class="hill1" d="M34 70h46v62H34z"/><path class="hill2" d="M34 114q24-20 46-6v24H34z"/><circle class="sun" cx="64" cy="88" r="7"/>
<path class="wall2" d="M-20 211h520v8H-20z"/><path class="floor" d="M-20 218h520v72H-20z"/>
${bust(352, 172, officer, { look: -1, m: sway(0, 0.8, 0, 4.4), extra: `<path class="badge" d="M10-28l6-3 6 3q1 9-6 13-7-4-6-13z"/><path class="fine" d="M-12-32l9 8 10-8"/>${arm('M22-28Q38-16 32-4', [31, -3], officer)}` })}
<path class="case" d="M394 128h48v34h-48z"/><path class="screen" d="M398 132h40v26h-40z"/><path class="edge bold" d="M418 162v10M406 172h24"/>
<path class="wood" d="M224 170h248v10H224z"/><path class="wood2" d="M234 180h238v56H234z"/><path class="grain" d="M262 190v38M304 190v38M346 190v38M388 190v38M430 190v38"/>
<path class="sheet" d="M276 163l26-2 4 8h-30z"/>
${standing(128, 238, beside, { m: sway(0, -0.8, 0, 5.2), extra: arm('M14-74Q28-60 44-64', [46, -64], beside) })}
${standing(192, 238, she, { m: sway(0, -0.6, 0, 4.6), extra: arm('M12-72Q24-58 36-64', [38, -66], she, sway(0.6, -1, 0, 3.6)) })}
${plant(40, 236, 1.15)}
${thread()}${second('M-14 262q60-8 116-10t116 0 116 2 116 2 60 2')}
`
