/** Runs in the page that is left: when was the text gone from the screen? */
import { setTimeout as sleep } from 'node:timers/promises'

import type { BrowserContext, Page } from '@playwright/test'

/** Milliseconds to the first animation frame without the text. */
export interface Hidden {
  /** From the click, or from when the last key went down. */
  since: number
  /** From when the last key came up; none if it was hidden before that. */
  sinceUp: number | undefined
}

type Watched = { watchExit?: () => void; whenHidden?: Promise<Hidden> }

/**
 * Puts a listener before all of a page's own, so that every site is looked at from the same place.
 * It is deaf until `watch`. The event's own time counts, so a page that is slow to handle it is
 * slow here too; each frame from then on is asked whether `<main>` still has a box.
 */
export const prepare = (context: BrowserContext) =>
  context.addInitScript(() => {
    let [at, up, looking] = [0, 0, false]
    let tell: ((hidden: Hidden) => void) | undefined
    const look = () => {
      const main = document.querySelector('main')
      const now = performance.now()
      if (main && main.getClientRects().length > 0) requestAnimationFrame(look)
      else tell?.({ since: now - at, sinceUp: up > at ? now - up : undefined })
    }
    const note = ({ type, timeStamp }: Event) => {
      if (!tell) return
      if (type === 'keyup') up = timeStamp
      else at = timeStamp
      if (!looking) requestAnimationFrame(look)
      looking = true
    }
    for (const type of ['click', 'keydown', 'keyup']) addEventListener(type, note, true)
    const here = window as Watched
    here.watchExit = () => {
      here.whenHidden = new Promise((resolve) => (tell = resolve))
    }
  })

/**
 * Begins to look, in a context that was prepared.
 * @returns what waits for the answer; `undefined` if the text was not hidden before `patience`
 */
export async function watch(
  page: Page,
  patience = 5000,
): Promise<() => Promise<Hidden | undefined>> {
  await page.evaluate(() => (window as Watched).watchExit?.())
  const answer = page.evaluate(() => (window as Watched).whenHidden).catch(() => undefined)
  return async () => {
    const gaveUp = new AbortController()
    const wait = sleep(patience, undefined, { signal: gaveUp.signal }).catch(() => undefined)
    return Promise.race([answer, wait]).finally(() => gaveUp.abort())
  }
}
