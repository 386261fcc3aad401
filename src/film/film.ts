/**
 * A film on a page: the drawn one, RVC's own, or a page in sign language. Starts only when she asks,
 * and stops with the exit, when another page is shown and when the page is not seen.
 */
import { clock, mediaClock, type Clock } from './clock.ts'
import { controls, type Picture } from './controls.ts'
import { stage } from './stage.ts'
import type { Cue } from './timing.ts'

let playing: Clock | undefined

/** Wakes a player: `part` has the stage, the place of the caption and the controls. */
export function start(part: HTMLElement): void {
  const transcript = document.getElementById(part.dataset['text'] ?? '')
  const video = part.querySelector('video')
  const svg = part.querySelector('.stage svg')
  let update = () => undefined as void
  const changed = () => {
    if (mine.playing() && playing !== mine) {
      playing?.pause()
      playing = mine
    }
    update()
  }
  const drawn = svg && transcript ? stage(svg, transcript) : undefined
  const mine: Clock = video
    ? mediaClock(video, changed)
    : clock(drawn?.begins[drawn.begins.length - 1] ?? 0, changed)
  const picture: Picture = drawn ?? captionsOnly(transcript)
  update = controls(part, mine, picture)
}

/** The captions of a film file, from the transcript under it. */
function captionsOnly(transcript: HTMLElement | null): Picture {
  const lines = Array.from(transcript?.querySelectorAll<HTMLElement>('[data-at]') ?? [])
  const cues = lines.map((line, scene): Cue => {
    const [from = 0, to = 0] = (line.dataset['at'] ?? '').split(' ').map(Number)
    return { scene, from, to, text: line.textContent ?? '' }
  })
  return { cues }
}

function stop(): void {
  playing?.pause()
  playing = undefined
}

addEventListener('rvc:leave', stop)
addEventListener('pagehide', stop)
document.addEventListener('astro:after-swap', stop)
// The site is not seen while the tab is hidden; she should not miss what is said meanwhile.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') playing?.pause()
})
