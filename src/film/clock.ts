/** What a film is played by: time of our own for drawings, a media element for a file. Seconds. */
export interface Clock {
  /** How long the film is; 0 while it is not known. */
  length(): number
  now(): number
  playing(): boolean
  play(): void
  pause(): void
  seek(to: number): void
  /** 1 is as it was made. */
  speed(times: number): void
  /** Of a file only, which is silent until it is asked to be heard. */
  sound?: { heard(): boolean; hear(asked: boolean): void }
}

/** Longest step between two pictures; a phone that has slept does not jump ahead. */
const longest = 0.25

/** Time that runs with the screen's own pictures and rests at the end. */
export function clock(length: number, changed: () => void): Clock {
  let [at, times, last] = [0, 1, 0]
  let frame = 0
  const pause = () => {
    cancelAnimationFrame(frame)
    frame = 0
    changed()
  }
  const step = (stamp: number) => {
    at = Math.min(length, at + Math.min(longest, (stamp - last) / 1000) * times)
    last = stamp
    if (at >= length) return pause()
    frame = requestAnimationFrame(step)
    changed()
  }
  return {
    length: () => length,
    now: () => at,
    playing: () => frame > 0,
    pause,
    play() {
      if (frame) return
      if (at >= length) at = 0
      last = performance.now()
      frame = requestAnimationFrame(step)
      changed()
    },
    seek(to) {
      at = Math.min(length, Math.max(0, to))
      changed()
    },
    speed: (to) => void (times = to),
  }
}

/** The time of a film file; nothing of it is fetched before it is played. */
export function mediaClock(media: HTMLVideoElement, changed: () => void): Clock {
  for (const type of 'play pause timeupdate seeking loadedmetadata ended ratechange volumechange'.split(
    ' ',
  ))
    media.addEventListener(type, changed)
  media.muted = true
  const length = () => (isFinite(media.duration) ? media.duration : 0)
  return {
    length,
    now: () => media.currentTime,
    playing: () => !media.paused && !media.ended,
    pause: () => media.pause(),
    play: () => void media.play().catch(changed),
    seek: (to) => void (media.currentTime = Math.max(0, length() ? Math.min(length(), to) : to)),
    speed: (to) => void (media.playbackRate = to),
    sound: { heard: () => !media.muted, hear: (asked) => void (media.muted = !asked) },
  }
}
