/** Things that stand in several drawings, and the two lines that run through all of them. */
import { draw, sway } from './moves.ts'

/** The thread of the process along the ground, drawn from the start of the line. */
export const thread = (
  from = 0.2,
  to = 3.2,
  d = 'M-14 247q29-7 58 0t58 0 58 0 58 0 58 0 58 0 58 0 58 0 58 0',
): string => `<path class="thread" d="${d}"${draw(from, to)}/>`

/** The second line; where it comes near the thread, someone is beside her. */
export const second = (d: string, from = 0.6, to = 3.6): string =>
  `<path class="second" d="${d}"${draw(from, to)}/>`

/** The second line close to the thread all the way. */
export const together = 'M-14 257q58-9 116-4t116-1 116 1 116-1 60 2'

/** A cup with steam; `x`, `y` is what it stands on. */
export const cup = (x: number, y: number, look: 1 | -1 = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${look} 1)"><path class="sheet" d="M-9-17H9v11q0 6-6 6h-6q-6 0-6-6zM9-14q8-1 7 5-1 5-7 5"/><path class="steam" d="M-3-22q-4-5 0-9t0-9"${sway(2, -2, 0, 5)}/><path class="steam" d="M4-22q-4-5 0-9t0-9"${sway(-2, -2, 0, 6.3)}/></g>`

/** A plant in a pot. */
export const plant = (x: number, y: number, size = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g${sway(0, 0, 1.5, 7)}><path class="leaf2" d="M0-20q-22-8-24-34 22 4 24 34zM1-20q20-12 22-36-22 6-22 36z"/><path class="leaf" d="M0-18q-10-28 0-50 12 22 0 50zM-1-18q-22 2-32-14 20-6 32 14zM1-18q20 4 32-12-18-8-32 12z"/></g><path class="pot" d="M-14-20h28l-4 20h-20z"/></g>`

/** A tree on a hill. */
export const tree = (x: number, y: number, size = 1, period = 9): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path class="trunk" d="M0 0v-34"/><path class="leaf" d="M0-26q-20 0-20-20 0-16 12-22 4-12 14-6 14 2 14 20 2 26-20 28z"${sway(0, 0, 1.2, period)}/></g>`

/** A house with lit windows; `x`, `y` is its lower start corner. */
export const house = (
  x: number,
  y: number,
  w: number,
  h: number,
  lit: [number, number][],
  far = false,
): string =>
  `<g transform="translate(${x} ${y})"><path class="${far ? 'far' : 'house'}" d="M0 0v${-h}l${w / 2}-16 ${w / 2} 16V0z"/>${lit.map(([cx, cy]) => `<path class="lit" d="M${cx} ${cy}h9v11h-9z"/>`).join('')}</g>`

/** A lamp that hangs from the ceiling, with its light. */
export const lamp = (x: number, y: number): string =>
  `<path class="beam" d="M${x - 16} ${y}h32l56 170h-144z"/><path class="fine" d="M${x}-20V${y - 16}"/><path class="c5" d="M${x - 18} ${y}q2-18 18-18t18 18z"/>`

/** A table top with two legs. */
export const table = (x: number, y: number, w: number, legs = 34): string =>
  `<path class="edge bold" d="M${x + 14} ${y + 6}v${legs}M${x + w - 14} ${y + 6}v${legs}"/><rect class="wood" x="${x}" y="${y}" width="${w}" height="9" rx="4"/>`

/** A chair from the side; `x`, `y` is the middle of its seat, which is at `sitting`'s height. */
export const chair = (x: number, y: number, look: 1 | -1 = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${look} 1)"><path class="wood2" d="M-24-44q4-2 7 0l3 46h-7zM-21 2h38q3 3 0 6h-38z"/><path class="edge bold" d="M-18 9l-3 27M14 9l3 27"/></g>`

/** A window with a sky, far hills and a bar; `x`, `y` is its upper start corner. */
export const pane = (x: number, y: number, w: number, h: number): string =>
  `<path class="sky" d="M${x} ${y}h${w}v${h}h${-w}z"/><path class="hill1" d="M${x} ${y + h * 0.68}q${w * 0.3}-14 ${w * 0.55}-3t${w * 0.45}-6V${y + h}H${x}z"/><path class="frame" d="M${x} ${y}h${w}v${h}h${-w}zM${x + w / 2} ${y}v${h}"/>`
