/** Afterwards: arm in arm towards the houses in the evening. */
import { arm, beside, she, standing } from './figures.ts'
import { come, sway } from './moves.ts'
import { house, second, thread, together, tree } from './things.ts'

export const walk = `
<path class="sky" d="M-20-20h520v310H-20z"/>
<path class="sky2" d="M-20 92q130-24 260-6t260-10v214H-20z"/>
<circle class="sun" cx="356" cy="118" r="34"/>
<path class="hill1" d="M-20 160q90-46 180-26t170-18 170 8v166H-20z"/>
${house(
  296,
  142,
  46,
  28,
  [
    [8, -22],
    [28, -22],
  ],
  true,
)}${house(
  350,
  140,
  38,
  40,
  [
    [7, -34],
    [22, -34],
    [7, -17],
  ],
  true,
)}${house(
  396,
  142,
  50,
  30,
  [
    [10, -22],
    [30, -22],
  ],
  true,
)}
<path class="hill2" d="M-20 196q120-34 250-14t270-16v124H-20z"/>
${tree(40, 200, 1.3)}${tree(94, 196, 0.9, 10)}${tree(440, 184, 1.25, 11)}
<path class="bird" d="M128 78q6-7 11 0 5-7 11 0M162 92q5-6 9 0 4-6 9 0M108 100q4-5 8 0 4-5 8 0"${sway(12, -4, 0, 14)}/>
<path class="path" d="M-20 224q140-10 260-4 100 4 150-22 14-8 0-16l14-4q34 10 16 24-16 16-20 22 30 0 100-4v72H-20z"/>
<g${come(-70, 0, 0, 9)}><g${sway(0, -1.2, 0, 1.4)}>
${standing(248, 238, beside, { step: 9, extra: arm('M14-72Q24-50 10-44', [6, -44], beside) })}
${standing(206, 238, she, { step: 9, extra: arm('M13-72Q24-54 38-58', [42, -59], she) })}
</g></g>
${thread(0.2, 5)}${second(together, 0.4, 5.4)}
`
