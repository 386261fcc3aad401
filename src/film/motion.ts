/** Where everything in a drawing is, `t` seconds into its scene. Pure: the same `t`, the same picture. */

/** From 0 to 1 between two seconds, slow at both ends. */
export function eased(t: number, from: number, to: number): number {
  const p = Math.min(1, Math.max(0, (t - from) / (to - from || 1)))
  return p * p * (3 - 2 * p)
}

const round = (n: number) => Math.round(n * 1000) / 1000

/** How each kind of movement sets its attribute: name and value. */
const kinds: Record<string, (t: number, n: number[]) => [string, string][]> = {
  draw(t, [from = 0, to = 1]) {
    const p = eased(t, from, to)
    // A round end would show as a dot before the line begins.
    return [
      ['stroke-dashoffset', String(round(1 - p))],
      ['opacity', p > 0 ? '1' : '0'],
    ]
  },
  sway(t, [dx = 0, dy = 0, degrees = 0, period = 5]) {
    const s = Math.sin((t / period) * Math.PI * 2)
    return [
      ['transform', `translate(${round(dx * s)} ${round(dy * s)}) rotate(${round(degrees * s)})`],
    ]
  },
  come(t, [dx = 0, dy = 0, from = 0, to = 1]) {
    const left = 1 - eased(t, from, to)
    return [['transform', `translate(${round(dx * left)} ${round(dy * left)})`]]
  },
  appear: (t, [from = 0, to = 1]) => [['opacity', String(round(eased(t, from, to)))]],
  turn: (t, [perSecond = 0]) => [['transform', `rotate(${round(perSecond * t)})`]],
}

/**
 * What a movement sets at `t`.
 * @param words as in `data-m`: the kind, then numbers
 * @throws if there is no such kind
 */
export function attributesAt(words: string, t: number): [string, string][] {
  const [kind = '', ...numbers] = words.split(' ')
  const move = kinds[kind]
  if (!move) throw new Error(`no movement «${kind}»`)
  return move(t, numbers.map(Number))
}

/** Where the eye is: x and y of its middle in the drawing, and how near. */
export type View = readonly [x: number, y: number, near: number]

/** The transform of the whole drawing at `t`, on the way from one view to another. */
export function viewAt(from: View, to: View, t: number, seconds: number): string {
  const p = eased(t, 0, seconds)
  const [x, y, near] = from.map((a, i) => a + ((to[i] ?? a) - a) * p) as unknown as View
  return `translate(${round(240 - x * near)} ${round(135 - y * near)}) scale(${round(near)})`
}

/** A scene's drawing at `t` as SVG text, with every moving part where it then is. */
export function picture(
  drawing: string,
  { from, to, seconds }: { from: View; to: View; seconds: number },
  t: number,
): string {
  const placed = drawing.replace(/ data-m="([^"]*)"/g, (_, words: string) =>
    attributesAt(words, t)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join(''),
  )
  return `<g transform="${viewAt(from, to, t, seconds)}">${placed}</g>`
}
