/** A phone in her hand; the second line begins in it. */
import { appear, draw, sway } from './moves.ts'
import { cup, lamp, thread } from './things.ts'

export const phone = `
<path class="wall" d="M-20-20h520v310H-20z"/>
${lamp(352, 66)}
<path class="wood" d="M-20 196q260-22 520 0v94H-20z"/>
<path class="grain" d="M10 224q110-10 190-6M300 214q90 2 170 10"/>
<g transform="translate(396 206) scale(1.350)">${cup(0, 0)}</g>
${thread(0, 2.5)}
<g${sway(0, 1.5, 0, 6)}>
<path class="s2" d="M168 216q-14-40 0-66 6-12 22-10l70-4q14 0 16 16l-4 44q-6 22-30 32z"/>
<path class="c1" d="M118 290q16-62 46-84 50 22 92 14-2 40 10 70z"/>
<path class="fine" d="M152 244q50 20 104 12"/>
<rect class="case" x="184" y="60" width="92" height="158" rx="13"/>
<rect class="screen" x="190" y="70" width="80" height="138" rx="6"/>
<path class="speech" d="M200 88h42q8 0 8 8v12q0 8-8 8h-30l-12 9v-9q-6-2-6-8V96q0-8 6-8z"${appear(0.4, 1.2)}/>
<path class="thread mid" d="M206 102q6-5 12 0t12 0"${draw(1, 2)}/>
<path class="answer" d="M260 140h-44q-8 0-8 8v12q0 8 8 8h32l12 9v-9q6-2 6-8v-12q0-8-6-8z"${appear(2.2, 3)}/>
<path class="second mid" d="M220 154q6-5 12 0t12 0 10 0"${draw(2.8, 3.8)}/>
<path class="s2" d="M176 184q-12-16-6-34 4-12 14-12 8 2 8 12-2 14 2 24zM276 150q10 0 9 8 0 6-9 7zM276 168q11 0 10 8 0 7-10 7zM275 187q10 0 9 8-1 6-10 6z"/>
</g>
<path class="second" d="M270 154q34 0 38 30 0 36 22 56 20 18 60 16t110-2"${draw(3.4, 6)}/>
`
