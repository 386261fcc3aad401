/** The buttons that lead on and back, one question at a time. Only with script. */
import type { Say } from './words.ts'

/** Where she is, and where she can go. */
export interface Ways {
  /** From 0. */
  at: number
  total: number
  short: boolean
  /** Nothing is answered in this step yet: to go on is to skip it. */
  skips: boolean
  onNext: () => void
  onPrevious: () => void
  onShort: (short: boolean) => void
}

/** In the built page, the buttons of the first step. */
export function Nav({ say, nav }: { say: Say; nav?: Ways | undefined }) {
  const { at = 0, total = 0, short = false, skips = false } = nav ?? {}
  const last = short || (nav && at === total - 1)
  return (
    <div data-scripted="" className="nav">
      {!last && (
        <button type="button" data-next="" data-skip={skips ? '' : undefined} onClick={nav?.onNext}>
          {say(skips ? 'form.skip' : 'form.next')}
        </button>
      )}
      {at > 0 && !short && (
        <button type="button" onClick={nav?.onPrevious}>
          {say('form.previous')}
        </button>
      )}
      {at > 0 && !short && <p>{say('form.step', { n: at + 1, total })}</p>}
      {at === 0 && (
        <button type="button" data-way="" onClick={() => nav?.onShort(!short)}>
          {say(short ? 'form.long' : 'form.short')}
        </button>
      )}
    </div>
  )
}
