/** Women of many kinds along the thread, and room for one more. */
import { arm, limb, she, standing } from './figures.ts'
import { sway } from './moves.ts'
import { house, second, thread, together, tree } from './things.ts'

const old = { skin: 1, cloth: 4, hair: 'bun', shade: 'grey', glasses: true } as const
const scarf = { skin: 2, cloth: 5, hair: 'scarf', shade: 6 } as const
const curls = { skin: 3, cloth: 2, hair: 'curls' } as const
const bob = { skin: 1, cloth: 6, hair: 'bob' } as const
const tall = { skin: 2, cloth: 4, hair: 'short' } as const

export const women = `
<path class="sky" d="M-20-20h520v310H-20z"/>
<circle class="sun" cx="244" cy="128" r="58"/>
<path class="hill1" d="M-20 168q90-44 190-20t180-14 150 14v142H-20z"/>
${house(
  34,
  158,
  46,
  28,
  [
    [9, -22],
    [26, -22],
  ],
  true,
)}${house(
  392,
  144,
  40,
  24,
  [
    [8, -18],
    [22, -18],
  ],
  true,
)}
<path class="hill2" d="M-20 196q130-26 260-10t260-8v112H-20z"/>
${tree(22, 196, 1.05)}${tree(474, 190, 1.15, 11)}
<path class="path" d="M-20 222q260-16 520 0v68H-20z"/>
${standing(84, 236, old, { m: sway(0, -0.8, 0, 5), extra: `${limb('M44-46Q40-56 34-50L38-2', 'kw', 3)}${arm('M14-72Q20-50 34-50', [35, -50], old)}` })}
${standing(150, 236, scarf, { m: sway(0, -0.8, 0, 6), extra: arm('M-14-72Q-20-52-8-46', [-7, -45], scarf) })}
${standing(240, 236, she, { m: sway(0, -0.8, 0, 5.5) })}
${standing(312, 236, curls, { m: sway(0, -0.8, 0, 4.6), extra: arm('M16-72Q22-52 24-38', [24, -36], curls) })}
${standing(360, 236, bob, { look: -1, m: sway(0, -0.8, 0, 4.6), extra: arm('M16-72Q22-52 24-38', [24, -36], bob) })}
${standing(418, 236, tall, { look: -1, m: sway(0, -0.8, 0, 5.8), extra: arm('M14-72Q22-56 8-48', [6, -48], tall) })}
${thread(0.2, 3.5)}${second(together, 0.8, 4.2)}
`
