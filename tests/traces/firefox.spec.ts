import { readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

import { fold } from '../../src/search/spelling.ts'
import {
  afterVisit,
  closeTab,
  escapeTwice,
  followLink,
  nothing,
  type Engine,
} from '../harness/afterwards.ts'
import { systemFirefox } from '../harness/browsers.ts'
import { startFirefox } from '../harness/firefox.ts'
import { startOrdinary } from '../harness/ordinary.ts'
import { origins } from '../harness/origins.ts'
import { firefoxHistory, freshProfile, removeProfile } from '../harness/profile.ts'
import { folder, manifest } from '../harness/site.ts'
import { search, shows, type Tab } from '../harness/visit.ts'

test.skip(!systemFirefox(), 'no Firefox is installed on this machine')

const engine: Engine = { start: startFirefox, history: firefoxHistory }

test('a reader who leaves by Escape leaves one line that tells nothing, and nothing in any file', async () => {
  const { listed, ...rest } = await afterVisit(engine, origins.site, escapeTwice)
  expect({ ...rest, listed: [] }).toEqual(nothing)
  expect(listed.length).toBeLessThanOrEqual(1)
})

/**
 * Without the exit, Firefox is told too late to change the title: the one line, and the list of
 * closed tabs, may keep the title of the page that was read last. The safety page says so.
 */
test('a reader who closes the tab leaves one line, and of what she read at most the last title', async () => {
  const { listed, titles, namedInHistory, ...rest } = await afterVisit(
    engine,
    origins.site,
    closeTab,
  )
  expect({ ...rest, listed: [], titles: [], namedInHistory: [] }).toEqual(nothing)
  console.log(`Firefox, tab closed: ${listed.map(({ title }) => title).join(', ')}`)
  expect(listed.length).toBeLessThanOrEqual(1)
  expect(new Set(titles.map(([title]) => title)).size).toBeLessThanOrEqual(1)
})

test('a reader of the same pages on an ordinary site is found in every way that is looked for', async () => {
  const { origin, close } = await startOrdinary()
  const seen = await afterVisit(engine, origin, followLink)
  close()
  for (const [way, found] of Object.entries(seen)) expect(found, way).not.toEqual([])
  expect(seen.listed.length).toBeGreaterThanOrEqual(5)
  expect(new Set(seen.sentences.map(([sentence]) => sentence)).size).toBeGreaterThanOrEqual(3)
  expect(seen.titles.map(([, file]) => file)).toContain('sessionstore.jsonlz4')
})

/** A tab in a Firefox of its own. */
async function inFirefox(read: (tab: Tab) => Promise<void>): Promise<void> {
  const profile = freshProfile()
  const browser = await startFirefox(profile)
  try {
    await read(await browser.newTab())
  } finally {
    await browser.quit()
    removeProfile(profile)
  }
}

/** Arabic, once a page is written in it; until then another language that has pages of its own. */
const other = ['ar', 'en', 'latt'].find((language) =>
  Object.keys(manifest.files).some((path) => path.startsWith(`/pagefind/${language}/fragment/`)),
)

test('a reader can search, change language in place, and search again', async () => {
  test.skip(!other, 'no page is written in any language but Swedish')
  const file = readFileSync(`${folder}/site/pagefind/${other}/words.json`, 'utf8')
  const words = JSON.parse(file) as { vocabulary: string[]; empty: string[] }
  const word =
    words.vocabulary.find((one) => one.length > 4 && !words.empty.includes(fold(one))) ?? ''
  await inFirefox(async (tab) => {
    await tab.open(`${origins.site}/sv/sok/`)
    await search(tab, 'polis')
    await tab.click('.languages summary')
    await tab.click(`.languages a[href="/${other}/sok/"]`)
    await shows(tab, `/${other}/sok/`)
    await search(tab, word, other)
    expect(await tab.ask('location.href')).toBe(`${origins.site}/sv/sok/`)
  })
})
