import { expect, test as base } from '@playwright/test'

import {
  afterVisit,
  closeTab,
  escapeTwice,
  followLink,
  nothing,
  type Engine,
  type Seen,
} from '../harness/afterwards.ts'
import { startChromium } from '../harness/chromium.ts'
import { startOrdinary } from '../harness/ordinary.ts'
import { origins } from '../harness/origins.ts'
import { chromiumHistory } from '../harness/profile.ts'

const test = base.extend<{ engine: Engine }>({
  engine: async ({ launchOptions }, use) =>
    use({ start: (profile) => startChromium(profile, launchOptions), history: chromiumHistory }),
})

/**
 * Chromium writes the titles that a tab has had to a log, to open the tabs again after a crash.
 * It shows them nowhere, and what it would open again is the destination. No page can empty the
 * log, so titles are looked for in every file but this one; everything else in this one too.
 */
const exceptLog = (seen: Seen): Seen => ({
  ...seen,
  titles: seen.titles.filter(([, file]) => !/Sessions\/Session_\d+$/.test(file)),
})

test('a reader who leaves by Escape is not on the history page, nor what she read in any file', async ({
  engine,
}) => {
  expect(exceptLog(await afterVisit(engine, origins.site, escapeTwice))).toEqual(nothing)
})

test('a reader who closes the tab leaves one line, with a title that tells nothing', async ({
  engine,
}) => {
  const { listed, ...rest } = exceptLog(await afterVisit(engine, origins.site, closeTab))
  expect({ ...rest, listed: [] }).toEqual(nothing)
  expect(listed.length).toBeLessThanOrEqual(1)
})

// For some seconds after a page has loaded, Chromium takes over every title it is given; then none.
test('a reader who takes her time and closes the tab leaves no more than that', async ({
  engine,
}) => {
  const { listed, ...rest } = exceptLog(await afterVisit(engine, origins.site, closeTab, 3000))
  expect({ ...rest, listed: [] }).toEqual(nothing)
  expect(listed.length).toBeLessThanOrEqual(1)
})

test('a reader of the same pages on an ordinary site is found in every way that is looked for', async ({
  engine,
}) => {
  const { origin, close } = await startOrdinary()
  const seen = exceptLog(await afterVisit(engine, origin, followLink))
  close()
  for (const [way, found] of Object.entries(seen)) expect(found, way).not.toEqual([])
  expect(seen.listed.length).toBeGreaterThanOrEqual(5)
  expect(new Set(seen.sentences.map(([sentence]) => sentence)).size).toBeGreaterThanOrEqual(3)
})
