/** What organisations put on their own pages, and what a reader does with the directory. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test } from '@playwright/test'

import { barriers } from '../harness/barriers.ts'
import { origins } from '../harness/origins.ts'
import { manifest, watch } from '../harness/site.ts'

let other: Server
let origin: string

/** A page on another origin that frames `path` of ours. */
test.beforeAll(async () => {
  other = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').searchParams.get('path') ?? ''
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><meta charset="utf-8"><title>Other</title><h1>Other</h1>
      <iframe src="${origins.site}${path}" title="Stöd" width="300" height="220"></iframe>`,
    )
  })
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  origin = `http://other.localhost:${(other.address() as AddressInfo).port}`
})
test.afterAll(() => other.close())

test('a page of another site shows the small page; the same page cannot show ours', async ({
  page,
}) => {
  await page.goto(`${origin}/?path=/sv/lanka/ram/`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
  await expect(frame.getByText('116 016')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await frame.getByRole('link', { name: 'Läs om stöd' }).click()
  const popup = await opened
  await popup.waitForLoadState()
  expect(popup.url()).toBe(`${origins.site}/sv/`)
  expect(await popup.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])

  // The control: every other page refuses.
  const refused = page.waitForEvent('console', (one) => one.text().includes('frame-ancestors'))
  await page.goto(`${origin}/?path=/sv/`)
  await refused
  await expect(page.frameLocator('iframe').getByRole('link', { name: '112' })).toHaveCount(0)
  expect(page.frames().map((one) => one.url())).not.toContain(`${origins.site}/sv/`)
})

test('the small page is reachable to all, fits from 280 to 600 pixels, and keeps nothing', async ({
  browser,
}) => {
  for (const path of Object.keys(manifest.frames))
    for (const [width, colorScheme] of [
      [280, 'light'],
      [300, 'dark'],
      [600, 'light'],
    ] as const) {
      const context = await browser.newContext({
        baseURL: origins.site,
        viewport: { width, height: 220 },
        colorScheme,
      })
      const page = await context.newPage()
      const { errors, requests } = watch(page)
      await page.goto(path)
      expect(
        await page.evaluate(() => [
          document.documentElement.scrollWidth <= innerWidth,
          document.documentElement.scrollHeight <= innerHeight,
          document.cookie + String(localStorage.length),
        ]),
        `${path} ${width}`,
      ).toEqual([true, true, '0'])
      expect(await barriers(page)).toEqual([])
      expect([errors, requests]).toEqual([[], [origins.site + path]])
      await context.close()
    }
})

test('another site reads the open data in its own page, and nothing else of ours', async ({
  page,
}) => {
  await page.goto(`${origin}/?path=/sv/lanka/ram/`)
  const read = (path: string) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          (answer) => answer.text(),
          () => 'refused',
        ),
      origins.site + path,
    )
  expect(JSON.parse(await read('/data/services.json')).contents.length).toBeGreaterThan(30)
  expect(await read('/data/nummer.csv')).toContain('"116 016"')
  for (const path of ['/sv/', '/sv/lanka/ram/', '/api/form'])
    expect(await read(path)).toBe('refused')
})

test('the directory is sieved by word, kind and place, and told how many are left', async ({
  page,
}) => {
  await page.goto('/sv/kontakter/')
  const shown = page.locator('.doors li:visible')
  const all = await shown.count()
  await page.getByLabel('Sök i listan').fill('tolk')
  await expect(page.getByText('Terrafem', { exact: true }).first()).toBeHidden()
  await expect(page.locator('.doors b', { hasText: /^Kvinnofridslinjen$/ })).toBeVisible()
  await page.getByLabel('Sök i listan').fill('')
  await expect(shown).toHaveCount(all)
  await page.getByLabel('Vad?').selectOption('social')
  await page.getByLabel('Var?').selectOption('ekero')
  await expect(shown).toHaveCount(1)
  await expect(shown).toContainText('Ekerö kommun')
  await expect(page.getByRole('status').filter({ hasText: 'Visas' })).toHaveText('Visas: 1')
  await page.getByLabel('Sök i listan').fill('xyz')
  await expect(page.getByText('Inget i listan passar')).toBeVisible()
  expect(page.url()).toBe(`${origins.site}/sv/kontakter/`)
})

test('without script the whole list stands, with its kinds as links', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origins.site })
  const page = await context.newPage()
  await page.goto('/sv/kontakter/')
  await expect(page.getByLabel('Sök i listan')).toBeHidden()
  await page.getByRole('link', { name: 'Kvinnojourer' }).click()
  await expect(page.locator('#d-shelter')).toBeInViewport()
  await context.close()
})

test('a link text is copied whole, and the data of a page stays when it is read in place', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: origins.site,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const { errors } = watch(page)
  await page.goto('/sv/lanka/')
  const field = page.getByLabel('Tydlig länk').first()
  await page.getByRole('button', { name: 'Kopiera' }).first().click()
  await expect(page.getByText('Kopierat.').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue())
  expect(await field.inputValue()).toMatch(/target="_blank" rel="noreferrer" lang="sv"/)
  // JSON-LD comes with the page and is no script that anything runs.
  await page.locator('main a[href="/sv/data/"]').first().click()
  await expect(page.locator('h1')).toHaveText('Öppna data')
  const data = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(data ?? '')[0]['@type']).toBe('Dataset')
  expect(errors).toEqual([])
  await context.close()
})
