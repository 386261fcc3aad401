import { expect, test, type Page } from '@playwright/test'

import { origins } from '../harness/origins.ts'
import { read, watch } from '../harness/site.ts'
import { blind } from './queries-blind.ts'
import { queries } from './queries.ts'

/** The pages found for a query, best first, with or without the thesaurus. */
const found = (page: Page, query: string, language: string, thesaurus = true) =>
  page.evaluate(
    async ([query, language, thesaurus]) => {
      const { rank } = await import('/app/search.js' as string)
      return ((await rank(query, language, thesaurus)) as { page: string }[]).map(
        ({ page }) => page,
      )
    },
    [query, language, thesaurus] as const,
  )

for (const language of ['sv', 'en', 'ar'] as const) {
  const all = [...queries[language], ...blind.filter(([, , of]) => of === language)]
  test(`what readers type finds the right page among the first three (${language})`, async ({
    page,
  }) => {
    await page.goto(`/${language}/sok/`)
    const missed: string[] = []
    let alone = 0
    for (const [query, wanted] of all) {
      const [hits, bare] = [
        await found(page, query, language),
        await found(page, query, language, false),
      ]
      if (!hits.slice(0, 3).includes(wanted))
        missed.push(`«${query}» → ${wanted}, found ${hits.slice(0, 5).join(', ')}`)
      if (bare.slice(0, 3).includes(wanted)) alone++
    }
    console.log(
      `${language}: ${all.length - missed.length} of ${all.length} queries; without the thesaurus ${alone}`,
    )
    expect(missed).toEqual([])
  })
}

test('there are at least sixty Swedish queries, a third of them written without seeing the thesaurus', () => {
  const swedish = blind.filter(([, , of]) => of === 'sv').length
  expect(queries.sv.length + swedish).toBeGreaterThanOrEqual(60)
  expect(swedish / (queries.sv.length + swedish)).toBeGreaterThanOrEqual(1 / 3)
})

test('she searches from any page; the query never enters the address, a cookie or the history', async ({
  page,
}) => {
  const { errors, requests } = watch(page)
  await page.goto('/sv/')
  await page.fill('[data-search]', 'rädd')
  await page.press('[data-search]', 'Enter')
  await expect(page.locator('[data-results] a').first()).toBeVisible()
  expect(page.url()).toBe(`${origins.site}/sv/`)
  expect(await page.evaluate(() => history.length)).toBe(2)
  await page.fill('[data-search]', 'förhör')
  await expect(page.locator('[data-results] a[data-page="steg/forhor"]')).toBeVisible()
  expect(requests.filter((url) => /r%C3%A4dd|rädd|f%C3%B6rh/i.test(url))).toEqual([])
  expect(requests.filter((url) => !url.startsWith(origins.site))).toEqual([])
  await page.locator('[data-results] a[data-page="steg/forhor"]').click()
  await expect(page.locator('main.page-steg-forhor')).toBeVisible()
  expect(page.url()).toBe(`${origins.site}/sv/`)
  expect(errors).toEqual([])
})

test('search works in each language, also after she has changed language in place', async ({
  page,
}) => {
  await page.goto('/sv/sok/')
  for (const [language, query, wanted] of [
    ['sv', 'tolk', 'tolk'],
    ['ar', 'مترجم', 'tolk'],
    ['en', 'interpreter', 'tolk'],
    ['latt', 'tolk', 'tolk'],
  ] as const) {
    if (language !== 'sv') {
      await page.locator('.languages summary').click()
      await read(page, `/${language}/sok/`)
    }
    await page.fill('main [data-search]', query)
    const hit = page.locator(`[data-results] a[data-page="${wanted}"]`).first()
    await expect(hit).toBeVisible()
    expect(await hit.getAttribute('href')).toContain(`/${language}/`)
  }
})

test('a search that finds nothing says so and leaves the list of all pages', async ({ page }) => {
  await page.goto('/sv/sok/')
  await page.fill('main [data-search]', 'qwrtplk')
  await expect(page.locator('[data-results]')).toContainText('Inget hittades')
  await expect(page.locator('.index a').first()).toBeVisible()
})
