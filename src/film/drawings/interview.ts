/** The interview: a small room, someone beside her, a recorder on the table, an interpreter by phone. */
import { arm, beside, officer, she, sitting } from './figures.ts'
import { sway } from './moves.ts'
import { chair, lamp, pane, second, table, thread, together } from './things.ts'

export const interview = `
<path class="wall" d="M-20-20h520v310H-20z"/>
${pane(44, 52, 96, 74)}
<path class="fold" d="M44 62h96M44 72h96M44 82h96"/>
<path class="door" d="M404 74h58v142h-58z"/><path class="edge bold" d="M412 148h8"/>
<path class="wall2" d="M-20 209h520v8H-20z"/><path class="floor" d="M-20 216h520v74H-20z"/>
${lamp(262, 60)}
${chair(104, 196)}${chair(168, 196)}${chair(372, 196, -1)}
${sitting(104, 196, beside, { m: sway(0, 0.5, 0, 5), extra: arm('M6-42Q14-20 26-16', [28, -15], beside) })}
${sitting(168, 196, she, { nod: sway(0, 0.5, 1.5, 4), extra: arm('M6-42Q24-30 38-30', [41, -31], she, sway(0.6, -1, 0, 3.8)) })}
${sitting(372, 196, officer, { look: -1, nod: sway(0, 1, 2, 4.4), extra: `<path class="badge" d="M-12-38l5-3 5 3q1 8-5 11-6-3-5-11z"/>${arm('M6-42Q22-30 36-30', [38, -30], officer)}` })}
${table(204, 168, 130, 62)}
<rect class="case" x="254" y="156" width="32" height="12" rx="4"/><path class="red" d="M262 162h0"/><path class="pale mid" d="M270 162h10"/>
<path class="sheet" d="M300 150h12v14q0 4-4 4h-4q-4 0-4-4z"/>
<path class="case" d="M220 162h24q4 0 4 6h-32q0-6 4-6z"/>
<path class="second thin" d="M226 152q6-6 12 0M220 144q12-12 24 0"${sway(0, -1.5, 0, 2.6)}/>
${thread()}${second(together)}
`
