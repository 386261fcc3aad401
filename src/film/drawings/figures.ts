/**
 * People and things of the film's drawings, as SVG text. One figure, many poses: what is drawn the
 * same way stays the same person from scene to scene. Looks to the end of the line unless told.
 */
export type Skin = 1 | 2 | 3
export type Cloth = 1 | 2 | 3 | 4 | 5 | 6
export type Hair = 'bob' | 'bun' | 'scarf' | 'short' | 'curls' | 'long'

export interface Person {
  skin: Skin
  cloth: Cloth
  hair: Hair
  /** Cloth of the headscarf, or `grey` hair. */
  shade?: Cloth | 'grey'
  glasses?: boolean
}

/** She: the teal of the thread. */
export const she: Person = { skin: 2, cloth: 1, hair: 'long' }
/** The one beside her: the apricot of the second line. */
export const beside: Person = { skin: 1, cloth: 2, hair: 'bun', shade: 'grey' }
/** Her lawyer. */
export const lawyer: Person = { skin: 3, cloth: 4, hair: 'short' }
/** Police. */
export const officer: Person = { skin: 1, cloth: 6, hair: 'short' }

const behind: Record<Hair, string> = {
  bob: 'M-18 13q-6-33 15-33t20 22q2 8-2 12z',
  long: 'M12-4q-2-16-14-16-17 0-17 21 0 18-4 28 12 8 22 1 4-8 3-18z',
  bun: '',
  scarf: 'M-22 27q-5-50 20-50t20 50q-20 10-40 0z',
  short: '',
  curls: '',
}

const front: Record<Hair, string> = {
  bob: 'M-14 3q-4-21 13-20 12 1 14 11-11 4-18-2-3 8-9 11z',
  long: 'M-14 4q-4-22 13-21 12 1 14 12-7 1-13-6-5 9-14 15z',
  bun: 'M-14 3q-2-21 14-20 12 1 14 11-10 4-18-2-4 8-10 11z',
  scarf: '',
  short: 'M-14 2q-3-20 14-20t14 18q-3-7-7-10-7 7-15 4-4 2-6 8z',
  curls: '',
}

/** A head; `x`, `y` is its middle, `look` −1 turns it to the start of the line. */
export function head(x: number, y: number, who: Person, look: 1 | -1 = 1, m = ''): string {
  const { skin, hair, shade, glasses } = who
  const mane = shade === 'grey' ? 'c3' : typeof shade === 'number' ? `c${shade}` : 'hair'
  const shape = (d: string) => (d ? `<path class="${mane}" d="${d}"/>` : '')
  const curls =
    hair === 'curls'
      ? `<g class="${mane}"><circle cx="-12" cy="-3" r="8"/><circle cx="-8" cy="-12" r="8"/><circle cx="2" cy="-15" r="8"/><circle cx="10" cy="-10" r="7"/><circle cx="-12" cy="7" r="6"/></g>`
      : ''
  const bun = hair === 'bun' ? `<circle class="${mane}" cx="-13" cy="-9" r="7"/>` : ''
  const face = skin === 3 ? 'pale' : 'face'
  return `<g transform="translate(${x} ${y}) scale(${look} 1)"><g${m}>${shape(behind[hair])}${bun}${curls}<circle class="s${skin}" r="13"/>${shape(front[hair])}<circle class="blush" cx="9" cy="4" r="2.5"/><path class="${face}" d="M3 6q3 2.500 6.500 0M2.500-1h0M9.500-1h0"/>${glasses ? `<path class="${face} fine" d="M-1-1a3.500 3.500 0 0 0 7 0a3.500 3.500 0 0 0-7 0M7-1a3 3 0 0 0 6 0a3 3 0 0 0-6 0M-1-1l-10-2"/>` : ''}</g></g>`
}

/** The back of a head: someone who sits in front of us. */
export function headFromBehind(x: number, y: number, { skin, hair, shade }: Person): string {
  const mane = shade === 'grey' ? 'c3' : typeof shade === 'number' ? `c${shade}` : 'hair'
  const shapes: Record<Hair, string> = {
    long: '<path class="M" d="M-16 26q-8-44 16-44t16 44q-16 6-32 0z"/>',
    bob: '<path class="M" d="M-16 13q-5-31 16-31t16 31q-16 7-32 0z"/>',
    scarf: '<path class="M" d="M-20 28q-4-46 20-46t20 46q-20 8-40 0z"/>',
    bun: '<circle class="M" r="13.500"/><circle class="M" cy="-12" r="7"/>',
    short: '<path class="M" d="M-13 6q-3-20 13-20t13 20q-13 8-26 0z"/>',
    curls:
      '<g class="M"><circle cx="-9" r="9"/><circle cx="9" r="9"/><circle cy="-9" r="10"/><circle cy="4" r="9"/></g>',
  }
  return `<g transform="translate(${x} ${y})"><circle class="s${skin}" r="13"/>${shapes[hair].replaceAll('"M"', `"${mane}"`)}</g>`
}

/** An arm or a leg: a rounded stroke with an edge. */
export const limb = (d: string, paint: string, width = 9): string =>
  `<path class="edge" d="${d}" stroke-width="${width + 3.5}"/><path class="${paint}" d="${d}" stroke-width="${width}"/>`

/** A sleeve along `d` with a hand at its end. */
export function arm(d: string, hand: [number, number], { skin, cloth }: Person, m = ''): string {
  return `<g${m}>${limb(d, `k${cloth}`)}<circle class="s${skin}" cx="${hand[0]}" cy="${hand[1]}" r="4.600"/></g>`
}

const at = (x: number, y: number, look: 1 | -1, inner: string, m = '') =>
  `<g transform="translate(${x} ${y}) scale(${look} 1)"><g${m}>${inner}</g></g>`

/** Someone standing in a coat; `x`, `y` is the ground below her. `extra` is drawn over her. */
export function standing(
  x: number,
  y: number,
  who: Person,
  {
    look = 1,
    m = '',
    extra = '',
    step = 4,
  }: { look?: 1 | -1; m?: string; extra?: string; step?: number } = {},
): string {
  const { cloth, skin } = who
  return at(
    x,
    y,
    look,
    `${limb(`M-7-32L${-7 - step}-3h4M7-32L${7 + step}-3h4`, 'kd', 7)}<path class="s${skin}" d="M-5-92h11v12h-11z"/><path class="c${cloth}" d="M-9-84q10-6 20 0 9 3 11 14l6 44q-28 9-56 0l6-44q2-11 13-14z"/>${head(2, -99, who)}${extra}`,
    m,
  )
}

/** Someone sitting; `x`, `y` is the seat below her. Legs to the end of the line, feet 34 below. */
export function sitting(
  x: number,
  y: number,
  who: Person,
  {
    look = 1,
    m = '',
    extra = '',
    legs = true,
    nod = '',
  }: { look?: 1 | -1; m?: string; extra?: string; legs?: boolean; nod?: string } = {},
): string {
  const { cloth, skin } = who
  const lower = legs ? limb('M2-7Q16-10 26-6Q31 10 28 31h6', 'kd', 11) : ''
  return at(
    x,
    y,
    look,
    `${lower}<path class="s${skin}" d="M-4-62h10v14H-4z"/><path class="c${cloth}" d="M-16 2q-5-34 1-45 3-9 16-9t17 9q6 11 2 45-18 6-36 0z"/>${head(2, -69, who, 1, nod)}${extra}`,
    m,
  )
}

/** The upper part of someone behind a desk; `x`, `y` is the middle of the edge that hides the rest. */
export function bust(
  x: number,
  y: number,
  who: Person,
  { look = 1, m = '', extra = '' }: { look?: 1 | -1; m?: string; extra?: string } = {},
): string {
  return at(
    x,
    y,
    look,
    `<path class="s${who.skin}" d="M-4-48h10v14H-4z"/><path class="c${who.cloth}" d="M-26 2q-2-32 8-38 8-5 18-5t18 5q11 7 9 38z"/>${head(2, -55, who)}${extra}`,
    m,
  )
}

/** Someone seen from behind; `x`, `y` as in `bust`. */
export const back = (x: number, y: number, who: Person): string =>
  `<g transform="translate(${x} ${y})"><path class="c${who.cloth}" d="M-29 4q-2-36 10-42 9-5 19-5t19 5q12 6 10 42z"/></g>${headFromBehind(x, y - 55, who)}`
