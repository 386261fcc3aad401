/**
 * How a part of a drawing moves: words in an attribute, read by `motion.ts`. Small things only.
 * Seconds are counted from the beginning of the scene.
 */

/** A line that draws itself between two seconds. */
export const draw = (from: number, to: number): string =>
  ` pathLength="1" stroke-dasharray="1 1" data-m="draw ${from} ${to}"`

/** To and fro: at most `dx`, `dy` and `degrees`, once in `period` seconds. */
export const sway = (dx: number, dy: number, degrees: number, period: number): string =>
  ` data-m="sway ${dx} ${dy} ${degrees} ${period}"`

/** From `dx`, `dy` away to where it is drawn, between two seconds. */
export const come = (dx: number, dy: number, from: number, to: number): string =>
  ` data-m="come ${dx} ${dy} ${from} ${to}"`

/** From nothing to whole, between two seconds. */
export const appear = (from: number, to: number): string => ` data-m="appear ${from} ${to}"`

/** Round a point, so many degrees a second: the hand of a clock. */
export const turn = (perSecond: number): string => ` data-m="turn ${perSecond}"`
