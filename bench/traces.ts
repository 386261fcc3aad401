/** What a visit leaves in the browser and on the disk, and what Back and Forward show after it. */
import { setTimeout as pause } from 'node:timers/promises'

import type { CDPSession } from '@playwright/test'

import { chromiumHistory, freshProfile, removeProfile, traces } from '../tests/harness/profile.ts'
import { start, tap, visit } from './journey.ts'
import { safe, search, typed, type Candidate } from './places.ts'
import { told } from './servers.ts'

/** What one visit left. */
export interface Left {
  listed: number
  addresses: number
  titles: number
  textFiles: number
  typedFiles: number
  hostFiles: number
}

/**
 * A visit with a fresh profile, ended by the exit or by closing the tab; the browser then quits.
 * @returns what is in its profile
 */
export async function leftBy(candidate: Candidate, end: 'exit' | 'tab closed'): Promise<Left> {
  const profile = freshProfile()
  const context = await start(profile)
  const titles: string[] = []
  const sentences: string[] = []
  const page = await visit(context, candidate, async (read) => {
    titles.push(await read.title())
    sentences.push(await read.evaluate(longestText))
  })
  if (end === 'exit') {
    await tap(page, candidate.exit)
    await page.waitForURL(/safe\./)
  } else {
    // As a person closes it: the page is told.
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
  }
  await pause(1500)
  await context.close()
  const rows = chromiumHistory(profile).filter(({ url }) => url.startsWith(candidate.origin))
  const files = (markers: string[]) =>
    new Set(traces(profile, markers).map(([, file]) => file)).size
  const left = {
    listed: rows.filter(({ listed }) => listed).length,
    addresses: rows.length,
    titles: rows.filter(({ title }) => titles.includes(title)).length,
    textFiles: files(sentences),
    typedFiles: files([typed]),
    hostFiles: files([new URL(candidate.origin).host]),
  }
  removeProfile(profile)
  return left
}

/** What Back and Forward show after the exit, three presses each, and what the exit told. */
export async function backAndForward(candidate: Candidate) {
  const profile = freshProfile()
  const context = await start(profile)
  const page = await visit(context, candidate)
  const cdp = await context.newCDPSession(page)
  await tap(page, candidate.exit)
  await page.waitForURL(/safe\./)
  const { referer } = told
  const back = await steps(cdp, candidate, -1)
  const forward = await steps(cdp, candidate, 1)
  await context.close()
  removeProfile(profile)
  return { referer, back, forward }
}

/** Asked of the browser itself: Playwright loses sight of a page restored by Back. */
export async function steps(cdp: CDPSession, candidate: Candidate, delta: 1 | -1, presses = 3) {
  const seen: string[] = []
  while (seen.length < presses) {
    const { currentIndex, entries } = await cdp.send('Page.getNavigationHistory')
    const entry = entries[currentIndex + delta]
    if (!entry) break
    await cdp.send('Page.navigateToHistoryEntry', { entryId: entry.id })
    seen.push(await shown(cdp, candidate, currentIndex + delta))
  }
  return seen.length > 0 ? seen.join(', ') : 'nothing'
}

/** What stands on the screen once the browser is at an entry of the tab's history. */
async function shown(cdp: CDPSession, candidate: Candidate, index: number): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    // Long enough for a page that hides itself on return to have done so.
    await pause(400)
    const { currentIndex } = await cdp.send('Page.getNavigationHistory')
    const { result } = await cdp.send('Runtime.evaluate', { expression: screen })
    const [url = '', state, text] = String(result.value).split(' ')
    if (currentIndex !== index || state !== 'complete') continue
    if (url.startsWith(candidate.origin)) return text === 'text' ? 'our text' : 'ours, blank'
    return url.startsWith(search) ? 'search' : url.startsWith(safe) ? 'weather' : 'empty tab'
  }
  return 'never came'
}

const screen = `[location.href, document.readyState,
  document.querySelector('main')?.getClientRects().length ? 'text' : 'none'].join(' ')`

/** Runs in the page: the longest piece of text that stands in the HTML just as it is read. */
function longestText(): string {
  const walk = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  const texts: string[] = []
  while (walk.nextNode()) texts.push((walk.currentNode as Text).data.trim())
  const plain = texts.filter((text) => !/[&<>"'\n]/.test(text))
  return (plain.sort((a, b) => b.length - a.length)[0] ?? '').slice(0, 60)
}
