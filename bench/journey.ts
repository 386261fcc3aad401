/** A reader with a real mouse and keyboard: how she comes, reads, types and leaves. */
import { chromium, type BrowserContext, type Page } from '@playwright/test'

import { findChromium } from '../tests/harness/browsers.ts'
import { paths, search, typed, type Candidate } from './places.ts'

const executablePath = findChromium()

/** How long a key is held, and how long until the next, ms: an unhurried finger. */
export const held = 70
const gap = 60

/** Starts Chromium with a profile that stays on the disk. */
export const start = (profile: string, options: { javaScriptEnabled?: boolean } = {}) =>
  chromium.launchPersistentContext(profile, {
    // Playwright's headless shell keeps no history; its whole Chromium does.
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    args: ['--no-sandbox', '--disable-gpu'],
    // Playwright turns the back/forward cache off; readers have it on.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    viewport: { width: 1280, height: 800 },
    ...options,
  })

/** Puts the pointer on an element; returns the press, so that only it is timed. */
export async function aim(page: Page, selector: string): Promise<() => Promise<void>> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the screen`)
  // Near its start: a heading is wider than its text, and a field may hold a button at its end.
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2]
  await page.mouse.move(x, y)
  return async () => {
    await page.mouse.down()
    await page.mouse.up()
  }
}

/** Clicks an element with the pointer. */
export async function tap(page: Page, selector: string): Promise<void> {
  const click = await aim(page, selector)
  await click()
}

/** Arrives from the search engine at the first page. */
export async function arrive(context: BrowserContext, candidate: Candidate): Promise<Page> {
  const page = await context.newPage()
  await page.goto(search)
  await tap(page, `#${candidate.id}`)
  return page
}

/** Arrives, reads three pages and types in a field of the last one. */
export async function visit(
  context: BrowserContext,
  candidate: Candidate,
  onPage: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Page> {
  const page = await arrive(context, candidate)
  for (const path of paths) {
    if (path !== paths[0]) await tap(page, `nav a[href="${path}"]`)
    await page.locator(candidate.shows(path)).waitFor({ state: 'attached' })
    // A link that is followed before the load event would replace the page instead.
    await page.waitForLoadState()
    await onPage(page)
  }
  await tap(page, candidate.field)
  await page.keyboard.type(typed)
  return page
}

export type Way = 'click' | 'Esc ×2' | 'Shift ×3'

/** Presses a key several times, held as a finger holds it. */
export async function press(page: Page, key: 'Escape' | 'Shift', times: number): Promise<void> {
  for (let left = times; left > 0; left--) {
    await page.keyboard.press(key, { delay: held })
    if (left > 1) await page.waitForTimeout(gap)
  }
}

/** Makes ready to leave in one of the ways; returns the leaving. */
export async function ready(
  page: Page,
  candidate: Candidate,
  way: Way,
): Promise<() => Promise<void>> {
  if (way === 'click') return aim(page, candidate.exit)
  if (way === 'Esc ×2') return () => press(page, 'Escape', 2)
  // Out of the field: in one, ours leaves Shift to phone keyboards, which press it themselves.
  await tap(page, 'h1')
  return () => press(page, 'Shift', 3)
}
