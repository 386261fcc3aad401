/** When each picture and each line of the film stands on the screen. Pure; seconds from the start. */

/** A scene as far as time goes. */
export interface Timed {
  seconds: number
  /** The lines of its caption, in order. */
  says: string[]
}

/** One line of the caption. */
export interface Cue {
  /** Which scene, counted from 0. */
  scene: number
  from: number
  to: number
  text: string
}

/** A line of three words still needs to be found with the eye. */
const shortest = 24

/** The second each scene begins, and last the second the film ends. */
export function starts(scenes: Pick<Timed, 'seconds'>[]): number[] {
  const at = [0]
  for (const { seconds } of scenes) at.push((at[at.length - 1] ?? 0) + seconds)
  return at
}

/** The lines with their times: each line gets of its scene what its length is of all its lines. */
export function cues(scenes: Timed[]): Cue[] {
  const begins = starts(scenes)
  return scenes.flatMap(({ seconds, says }, scene) => {
    const weights = says.map((line) => Math.max(shortest, line.length))
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    let from = begins[scene] ?? 0
    return says.map((text, i) => {
      const to =
        i === says.length - 1
          ? (begins[scene + 1] ?? from)
          : from + (seconds * (weights[i] ?? 0)) / whole
      const cue = { scene, from: round(from), to: round(to), text }
      from = to
      return cue
    })
  })
}

/** Characters a second a reader is asked for. */
export const speedOf = ({ from, to, text }: Cue): number => text.length / (to - from)

/** Two sums of the same seconds may differ by this much. */
const near = 1e-6

/** The last of `times` that is not after `t`, counted from 0. */
export function indexAt(times: number[], t: number): number {
  let found = 0
  for (const [i, time] of times.entries()) if (time <= t + near) found = i
  return found
}

/** The line at `t`, or nothing between two lines. */
export function lineAt(cues: Cue[], t: number): string {
  const cue =
    cues[
      indexAt(
        cues.map(({ from }) => from),
        t,
      )
    ]
  return cue && t >= cue.from - near && t <= cue.to + near ? cue.text : ''
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000
