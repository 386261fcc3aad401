/** A door with light behind it, a key of her own; both lines go in with her. */
import { arm, she, standing } from './figures.ts'
import { appear, draw, sway } from './moves.ts'
import { plant, tree } from './things.ts'

export const home = `
<path class="dusk" d="M-20-20h520v310H-20z"/>
<path class="far" d="M-20 196q80-34 190-18v112H-20z"/>
${tree(34, 226, 1.5)}${tree(92, 222, 1.05, 11)}
<path class="brick" d="M150-20h350v310H150z"/>
<path class="fold" d="M150 40h350M150 90h350M150 140h350M150 190h350"/>
<path class="lit" d="M184 74h52v56h-52z"/><path class="frame" d="M184 74h52v56h-52zM210 74v56M184 102h52"/><path class="curtain" d="M184 74h14q0 30-14 50zM236 74h-14q0 30 14 50z"/>
<path class="stone" d="M-20 226h520v64H-20z"/>
<path class="glow" d="M296 226h80l56 64H240z"${appear(0.6, 2.4)}/>
<path class="doorway" d="M286 228V116q0-48 50-48t50 48v112z"/>
<path class="warm" d="M296 228V118q0-40 40-40t40 40v110z"${appear(0.6, 2.4)}/>
<g${appear(1, 2.6)}><path class="fine" d="M344 80v22"/><path class="c5" d="M334 112q0-10 10-10t10 10z"/><path class="wood" d="M350 196h24v5h-24z"/><path class="fine" d="M354 201v26M370 201v26"/><path class="c2" d="M357 196q-3-14 5-14t5 14z"/></g>
<path class="door" d="M296 228V118q0-40 40-40-22 10-22 48v114z"/><path class="edge bold" d="M308 168v6"/>
<g transform="translate(336 58)"><path class="c5" d="M-9 0q0-10 9-10t9 10z"/><circle class="warm" cy="4" r="4"/></g>
${plant(420, 230, 1.1)}
${standing(258, 236, she, { m: sway(0, -0.6, 0, 5), extra: `${arm('M12-72Q26-54 42-66', [44, -67], she, sway(0.5, -1, 0, 4))}` })}
<path class="thread" d="M-14 247q29-7 58 0t58 0 58 0 58 0q40 6 66-2 36-10 50-20"${draw(0.2, 4.5)}/>
<path class="second" d="M-14 257q58-9 116-4t116-1q60 6 90-6 30-12 34-20"${draw(0.4, 5)}/>
`
