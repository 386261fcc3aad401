import { expect, test } from '@playwright/test'

import { load } from '../../src/model/load.ts'
import { readiness } from '../../src/model/ready.ts'

const { content } = load()

/** The content as it would be when staff have settled everything on `day`. */
function settled(day: string) {
  const copy = structuredClone(content)
  const settings: Record<string, unknown> = copy.settings
  const known: Record<string, unknown> = { domain: 'https://kommunen.example', answerDays: 2 }
  for (const key of Object.keys(settings)) settings[key] ??= known[key] ?? day
  for (const area of copy.areas) for (const phone of Object.values(area.phones)) phone.tested = day
  for (const page of copy.pages.values())
    if (page.head.readBy === null) page.head.readBy = { name: 'Översättare', date: day }
  return copy
}

test('a site that staff have settled is ready, and for sixty days', () => {
  expect(readiness(settled('2026-11-20'), '2026-11-20').must).toEqual([])
  expect(readiness(settled('2026-11-20'), '2027-01-19').must).toEqual([])
  const late = readiness(settled('2026-11-20'), '2027-01-20').must
  expect(late.map(({ what }) => what)).toEqual([expect.stringContaining('Ring och prova')])
})

test('the site as it is says what is missing', () => {
  const { must } = readiness(content, '2026-11-20')
  const all = JSON.stringify(must)
  for (const word of [
    'domain',
    'tellsPolice',
    'fileKept',
    'Kvinnofridslinjen',
    'content/ar/akut.mdx',
  ])
    expect(all).toContain(word)
})

test('one unread translation of a page that may hurt is enough to hold the launch', () => {
  for (const id of ['akut', 'sa-gar-det-till', 'sekretess', 'saker-surfning']) {
    const copy = settled('2026-11-20')
    copy.pages.get(`ar/${id}`)!.head.readBy = null
    expect(readiness(copy, '2026-11-20').must).toHaveLength(1)
  }
})
