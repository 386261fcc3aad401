/** A quiet window with a cup and a ball of yarn. Tells nothing: it is also the picture before play. */
import { draw, sway } from './moves.ts'
import { cup, house, plant, tree } from './things.ts'

export const window = `
<path class="wall" d="M-20-20h520v310H-20z"/>
<path class="sky" d="M112 16h256v168H112z"/>
<circle class="sun" cx="300" cy="104" r="26"/>
<path class="hill1" d="M112 138q60-26 120-10t136-20v76H112z"/>
${house(
  196,
  142,
  44,
  26,
  [
    [8, -20],
    [26, -20],
  ],
  true,
)}${house(246, 138, 34, 20, [[6, -15]], true)}
<path class="hill2" d="M112 160q70-22 140-8t116-8v40H112z"/>
${tree(150, 160, 0.8)}${tree(334, 156, 0.62, 11)}
<path class="bird" d="M214 66q5-6 9 0 4-6 9 0M240 78q4-5 7 0 4-5 7 0"${sway(7, -3, 0, 12)}/>
<path class="frame bold" d="M112 16h256v168H112zM240 16v168M112 84h256"/>
<path class="curtain" d="M76 4h62q6 60-18 110-10 30-8 74H76z"/>
<path class="curtain" d="M404 4h-62q-6 60 18 110 10 30 8 74h36z"/>
<path class="fold" d="M92 8q4 70-6 176M112 8q4 50-10 100M388 8q-4 70 6 176M368 8q-4 50 10 100"/>
<path class="edge bold" d="M62 4h356"/>
<path class="wood" d="M84 186h312q5 0 5 5v8H79v-8q0-5 5-5z"/>
<path class="dim" d="M84 199h312v71H84z"/>
${plant(146, 186, 0.9)}
${cup(214, 186)}
<g transform="translate(316 168)"><circle class="ball" r="18"/><path class="strand" d="M-16-8q16-8 32 6M-18 2q16-10 32 10M-10-15q4 18 20 26M8-16q-22 8-22 24"/></g>
<path class="thread" d="M298 182q-14 8-26 6-16 0-14 18 4 24-12 32-22 10-44 6t-46 5-58-4-58 4-60-3"${draw(0.2, 4.5)}/>
<path class="thread" d="M318 186q22 2 24 20-2 30 18 38 26 8 50 3t46 0 60 0"${draw(0.2, 4)}/>
`
