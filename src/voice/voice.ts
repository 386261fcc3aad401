/**
 * A recorded human voice, fetched when she asks for it and played from memory: no media element,
 * no media cache, no file on the device. Stopped by the exit and when another page is shown.
 */
let playing: { context: AudioContext; button: HTMLElement } | undefined

/** Wakes a button for listening: it starts its recording, or stops it if it is playing. */
export function start(part: HTMLElement): void {
  const button = part.querySelector<HTMLElement>('[data-listen]')
  button?.addEventListener('click', () => void toggle(button))
}

async function toggle(button: HTMLElement): Promise<void> {
  const same = playing?.button === button
  stopVoice()
  if (same) return
  const context = new AudioContext()
  playing = { context, button }
  button.setAttribute('aria-pressed', 'true')
  const answer = await fetch(button.dataset['listen'] ?? '', { cache: 'no-store' })
  const source = context.createBufferSource()
  source.buffer = await context.decodeAudioData(await answer.arrayBuffer())
  source.connect(context.destination)
  source.onended = stopVoice
  source.start()
}

function stopVoice(): void {
  if (!playing) return
  playing.button.removeAttribute('aria-pressed')
  void playing.context.close()
  playing = undefined
}

addEventListener('rvc:leave', stopVoice)
document.addEventListener('astro:after-swap', stopVoice)
addEventListener('pagehide', stopVoice)
