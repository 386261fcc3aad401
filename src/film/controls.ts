/** The controls of a player: play, seek, speed, chapters, keys; with reduced motion, one picture a press. */
import type { Clock } from './clock.ts'
import type { Stage } from './stage.ts'
import { indexAt, lineAt, type Cue } from './timing.ts'

/** What is shown: the lines, and for a drawn film its pictures. */
export type Picture = { cues: Cue[] } & Partial<Stage>

/** Seconds an arrow key moves. */
const leap = 5

/** Joins the controls in `part` to the clock; returns what shows the film as it is now. */
export function controls(part: HTMLElement, time: Clock, picture: Picture): () => void {
  const find = <T extends HTMLElement>(selector: string) => part.querySelector<T>(selector)
  const [seek, speed] = [find<HTMLInputElement>('[data-seek]'), find<HTMLSelectElement>('select')]
  const [toggle, previous] = [find('[data-do=toggle]'), find('[data-do=previous]')]
  const sound = find('[data-do=sound]')
  const [caption, clockFace] = [find('[data-caption]'), find('[data-time]')]
  const chapters = Array.from(part.querySelectorAll<HTMLElement>('[data-from]'))
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let begun = false

  const series = () => calm.matches && picture.begins !== undefined
  const scene = () => Math.min(last(), indexAt(picture.begins ?? [0], time.now()))
  const last = () => (picture.begins?.length ?? 2) - 2
  const begin = (at: number) => time.seek(picture.begins?.[at] ?? 0)
  const word = (name: string) => part.dataset[name] ?? ''

  function update(): void {
    const now = time.now()
    if (begun) {
      picture.show?.(now, series())
      const line = series() ? picture.linesOf?.(scene()) : lineAt(picture.cues, now)
      put(caption, line ?? '')
    }
    tellTime(now)
    put(toggle, word(nameOfToggle()))
    put(sound, word(time.sound?.heard() ? 'mute' : 'hear'))
    part.toggleAttribute('data-playing', time.playing())
    part.toggleAttribute('data-series', series())
    if (previous) previous.hidden = !series()
    const chapter = indexAt(chapters.map(startOf), now)
    for (const [i, button] of chapters.entries())
      if (begun && i === chapter) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
  }

  function nameOfToggle(): string {
    if (series()) return !begun ? 'first' : scene() < last() ? 'next' : 'restart'
    if (time.playing()) return 'pause'
    return begun && time.length() && time.now() >= time.length() ? 'restart' : 'play'
  }

  function tellTime(now: number): void {
    const [at, all] = series()
      ? [String(scene() + 1), String(last() + 1)]
      : [inMinutes(now), inMinutes(time.length())]
    const told = word(series() ? 'picture' : 'at')
      .replace('{now}', at)
      .replace('{all}', all)
    if (seek) {
      seek.max = String(time.length() || 1)
      if (Math.abs(Number(seek.value) - now) > 0.05) seek.value = String(now)
      // Told once a second: a screen reader would read every tenth aloud.
      if (seek.getAttribute('aria-valuetext') !== told) seek.setAttribute('aria-valuetext', told)
    }
    put(clockFace, told)
  }

  function press(): void {
    const fresh = !begun
    begun = true
    if (series()) return begin(fresh ? 0 : scene() < last() ? scene() + 1 : 0)
    if (time.playing()) time.pause()
    else time.play()
  }

  function goTo(at: number): void {
    begun = true
    time.seek(at)
  }

  /** One picture or some seconds ahead, or back with −1. */
  const move = (way: 1 | -1) =>
    series()
      ? goTo(picture.begins?.[Math.min(last(), Math.max(0, scene() + way))] ?? 0)
      : goTo(time.now() + way * leap)

  part.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
    if (button === toggle) press()
    else if (button === previous) move(-1)
    else if (button === sound) time.sound?.hear(!time.sound.heard())
    else if (button) goTo(startOf(button))
  })
  seek?.addEventListener('input', () => {
    const to = Number(seek.value)
    goTo(series() ? (picture.begins?.[indexAt(picture.begins.slice(0, -1), to)] ?? 0) : to)
  })
  speed?.addEventListener('change', () => time.speed(Number(speed.value)))
  part.addEventListener('keydown', (event) => {
    const way = keyOf(event, getComputedStyle(part).direction === 'rtl')
    if (!way) return
    event.preventDefault()
    if (way === 'press') press()
    else move(way)
  })
  calm.addEventListener?.('change', () => {
    time.pause()
    update()
  })

  if (speed) time.speed(Number(speed.value))
  if (seek && Number(seek.value) > 0) goTo(Number(seek.value))
  update()
  return update
}

const startOf = (button: HTMLElement) => Number(button.dataset['from'])

/** Space where it does nothing else; arrows, ahead in the direction of the text. Nothing else. */
function keyOf(event: KeyboardEvent, rightToLeft: boolean): 'press' | 1 | -1 | undefined {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
  if (altKey || ctrlKey || metaKey || shiftKey || target instanceof HTMLSelectElement)
    return undefined
  if (key === ' ' && !(target instanceof HTMLButtonElement)) return 'press'
  if (key === 'ArrowRight') return rightToLeft ? -1 : 1
  if (key === 'ArrowLeft') return rightToLeft ? 1 : -1
  return undefined
}

/** Changed only when it is another: what has not changed is not read aloud again. */
function put(place: HTMLElement | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text
}

/** `75` → `1:15`. */
const inMinutes = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
