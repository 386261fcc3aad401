/** The drawn film on a page: its pictures and lines are read from the transcript that stands there. */
import { drawings, type DrawingName } from './drawings/drawings.ts'
import { attributesAt, viewAt, type View } from './motion.ts'
import { cues, indexAt, starts, type Cue } from './timing.ts'

interface Scene {
  drawing: DrawingName
  seconds: number
  from: View
  to: View
  shows: string
  says: string[]
}

export interface Stage {
  cues: Cue[]
  /** The second each scene begins, and the second the film ends. */
  begins: number[]
  /** Shows the picture at `t`; `still`: the scene as it is when all is drawn, at rest. */
  show(t: number, still: boolean): void
  /** All lines of a scene. */
  linesOf(scene: number): string
}

const textOf = (of: Element | null) => (of?.textContent ?? '').replace(/\s+/g, ' ').trim()

const view = (of = '') => of.split(' ').map(Number) as unknown as View

/** The scenes of a transcript: what is shown, for how long, and what is said. */
function scenesIn(transcript: HTMLElement): Scene[] {
  return Array.from(transcript.querySelectorAll<HTMLElement>('[data-drawing]'), (place) => ({
    drawing: place.dataset['drawing'] as DrawingName,
    seconds: Number(place.dataset['seconds']),
    from: view(place.dataset['from']),
    to: view(place.dataset['to']),
    shows: textOf(place.querySelector('.shows')),
    says: Array.from(place.querySelectorAll('.says'), textOf),
  }))
}

/** Where in a scene a still picture is taken, as a part of its time: all lines are drawn by then. */
const rest = 0.7

/** Plays the scenes of `transcript` in `svg`. The same second gives the same picture. */
export function stage(svg: Element, transcript: HTMLElement): Stage {
  const scenes = scenesIn(transcript)
  const begins = starts(scenes)
  let shown = -1
  let moving: { part: Element; words: string }[] = []

  function put(scene: Scene, at: number): void {
    shown = at
    svg.innerHTML = `<g>${drawings[scene.drawing]}</g>`
    svg.setAttribute('aria-label', scene.shows)
    moving = Array.from(svg.querySelectorAll('[data-m]'), (part) => ({
      part,
      words: part.getAttribute('data-m') ?? '',
    }))
  }

  return {
    cues: cues(scenes),
    begins,
    linesOf: (at) => scenes[at]?.says.join(' ') ?? '',
    show(time, still) {
      const at = Math.min(scenes.length - 1, indexAt(begins, time))
      const scene = scenes[at]
      if (!scene) return
      if (at !== shown) put(scene, at)
      const t = still ? scene.seconds * rest : time - (begins[at] ?? 0)
      svg.firstElementChild?.setAttribute(
        'transform',
        viewAt(scene.from, scene.to, t, scene.seconds),
      )
      for (const { part, words } of moving)
        for (const [name, value] of attributesAt(words, t)) part.setAttribute(name, value)
    },
  }
}
