/** What works: from a field, before the scripts of the page have come, and without script. */
import type { BrowserContext, Page } from '@playwright/test'

import { freshProfile, removeProfile } from '../tests/harness/profile.ts'
import { aim, arrive, press, start, tap, visit } from './journey.ts'
import { prepare, watch } from './probe.ts'
import { steps } from './traces.ts'
import { told } from './servers.ts'
import { paths, type Candidate } from './places.ts'

/** A key that does nothing is waited for this long, ms; a destination takes 250. */
const patience = 1200

async function hides(page: Page, leave: () => Promise<unknown>): Promise<string> {
  const hidden = await watch(page, patience)
  await leave()
  const answer = (await hidden()) ? 'yes' : 'no'
  await page.close()
  return answer
}

async function withBrowser<T>(
  options: Parameters<typeof start>[1],
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = freshProfile()
  const context = await start(profile, options)
  await prepare(context)
  try {
    return await use(context)
  } finally {
    await context.close()
    removeProfile(profile)
  }
}

/** Whether keys leave while she types. */
const fromField = (candidate: Candidate) =>
  withBrowser({}, async (context) => {
    const esc = await visit(context, candidate)
    const escInField = await hides(esc, () => press(esc, 'Escape', 2))
    const shift = await visit(context, candidate)
    return { escInField, shiftInField: await hides(shift, () => press(shift, 'Shift', 3)) }
  })

/** Whether the exit hides while every script with an address of its own is still on its way. */
const atFirstPaint = (candidate: Candidate) =>
  withBrowser({}, async (context) => {
    await context.route(/\.m?js$/, () => undefined)
    const look = async () => {
      const page = await arrive(context, candidate)
      await page.waitForURL(`${candidate.origin}/**`, { waitUntil: 'commit' })
      await page.locator(candidate.exit).waitFor()
      return page
    }
    const page = await look()
    const click = await aim(page, candidate.exit)
    const clicked = await hides(page, click)
    const esc = await look()
    const escaped = await hides(esc, () => press(esc, 'Escape', 2))
    const shift = await look()
    return { clicked, escaped, shifted: await hides(shift, () => press(shift, 'Shift', 3)) }
  })

/** What a click does in a browser that runs no script. */
const withoutScript = (candidate: Candidate) =>
  withBrowser({ javaScriptEnabled: false }, async (context) => {
    const page = await arrive(context, candidate)
    await page.waitForURL(`${candidate.origin}${paths[0]}`)
    const cdp = await context.newCDPSession(page)
    await tap(page, candidate.exit)
    const reached = await page.waitForURL(/safe\./).then(
      () => 'yes',
      () => 'no',
    )
    const bareBack = await steps(cdp, candidate, -1, 1)
    return { reached, bareReferer: told.referer, bareBack }
  })

/** All of it, for one site. */
export const worksAt = async (candidate: Candidate) => ({
  ...(await fromField(candidate)),
  ...(await atFirstPaint(candidate)),
  ...(await withoutScript(candidate)),
})

export type Works = Awaited<ReturnType<typeof worksAt>>
