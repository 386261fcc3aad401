import { expect, test } from '@playwright/test'

import { origins } from '../harness/origins.ts'
import { read } from '../harness/site.ts'

test('reading on does not change the address or the history of the tab', async ({ page }) => {
  await page.goto('/sv/')
  const entries = await page.evaluate(() => history.length)
  for (const path of ['/sv/steg/', '/sv/steg/2/', '/sv/stod/']) {
    await read(page, path)
    expect(page.url()).toBe(`${origins.site}/sv/`)
  }
  expect(await page.evaluate(() => history.length)).toBe(entries)
})

test('a page in place is as good as a page loaded: focus, title, language, scroll', async ({
  page,
}) => {
  await page.goto('/sv/steg/')
  await page.evaluate(() => scrollTo(0, 900))
  await read(page, '/ar/steg/')
  await expect(page).toHaveTitle((await page.textContent('h1'))!)
  const here = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
    focus: document.activeElement?.tagName,
    scrolled: scrollY,
  }))
  expect(here).toMatchObject({ lang: 'ar', dir: 'rtl', focus: 'H1', scrolled: 0 })
  expect(here.title).toBe(here.heading)
  await read(page, '/sv/steg/')
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
})

test('a page in place looks the same as the same page loaded', async ({ page }) => {
  await page.goto('/sv/')
  await read(page, '/sv/steg/')
  const inPlace = await page.evaluate(() => document.body.innerHTML)
  await page.goto('/sv/steg/')
  expect(inPlace).toBe(await page.evaluate(() => document.body.innerHTML))
})

test('Previous leads back page by page, to the place she was at', async ({ page }) => {
  await page.goto('/sv/')
  await expect(page.locator('[data-previous]')).toBeHidden()
  await read(page, '/sv/steg/')
  await page.evaluate(() => scrollTo(0, 400))
  const at = await page.evaluate(() => scrollY)
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/sv/steg/2/"]')?.click())
  await expect(page.locator('main.page-steg-anmalan')).toBeVisible()
  await page.click('[data-previous]')
  await expect(page.locator('main.page-steg')).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(at)
  await page.click('[data-previous]')
  await expect(page.locator('main.page-start')).toBeVisible()
  await expect(page.locator('[data-previous]')).toBeHidden()
})

test('the browser’s Back leaves the site, as if it were one page', async ({ page }) => {
  await page.goto(origins.search)
  await page.click('#rvc')
  await read(page, '/sv/steg/')
  await page.goBack()
  expect(page.url()).toBe(`${origins.search}/`)
})

test('without a network she keeps the page she has, and can try again', async ({
  page,
  context,
}) => {
  await page.goto('/sv/')
  const heading = await page.textContent('h1')
  await context.setOffline(true)
  await page.click('main a[href="/sv/steg/"]')
  await expect(page.locator('.failed')).toBeVisible()
  expect(await page.textContent('h1')).toBe(heading)
  expect(page.url()).toBe(`${origins.site}/sv/`)
  await context.setOffline(false)
  await page.click('[data-again]')
  await expect(page.locator('main.page-steg')).toBeVisible()
  await expect(page.locator('.failed')).toBeHidden()
})

test('a page that is slow is said to be on its way; the newest press wins', async ({ page }) => {
  await page.goto('/sv/')
  await page.route('**/sv/steg/', async (route) => {
    await new Promise((done) => setTimeout(done, 1500))
    await route.continue().catch(() => null)
  })
  await page.click('main a[href="/sv/steg/"]')
  await expect(page.locator('.slow')).toBeVisible()
  await page.click('header a[href="/sv/stod/"]')
  await expect(page.locator('main.page-stod')).toBeVisible()
  await page.waitForTimeout(1600)
  await expect(page.locator('main.page-stod')).toBeVisible()
})

test('a page that does not exist is shown in place, in her language', async ({ page }) => {
  await page.goto('/ar/')
  const link = page.locator('main a:visible').first()
  await link.evaluate((a) => a.setAttribute('href', '/ar/finns-inte/'))
  await link.click()
  await expect(page.locator('h1')).toHaveText('الصفحة غير موجودة')
  expect(page.url()).toBe(`${origins.site}/ar/`)
})

test('a link within the page scrolls and leaves the address as it is', async ({ page }) => {
  await page.goto('/sv/steg/2/')
  const word = page.locator('a.term').first()
  const id = (await word.getAttribute('href'))!
  await word.click()
  await expect(page.locator(id)).toBeInViewport()
  await expect(page.locator(id)).toBeFocused()
  expect(page.url()).toBe(`${origins.site}/sv/steg/2/`)
  await page.locator(`${id} .back`).click()
  await expect(word).toBeInViewport()
  expect(await page.evaluate(() => history.length)).toBe(2)
})

test('her choice of stage is kept in memory while she reads, and nowhere else', async ({
  page,
}) => {
  await page.goto('/sv/steg/')
  await page.getByLabel('Polisen utreder').check()
  await expect(page.locator('.then:visible a').first()).toBeVisible()
  await read(page, '/sv/steg/7/')
  await page.click('[data-previous]')
  await expect(page.getByLabel('Polisen utreder')).toBeChecked()
  expect(
    await page.evaluate(() => document.cookie + JSON.stringify([localStorage, sessionStorage])),
  ).toBe('[{},{}]')
  await page.reload()
  await expect(page.getByLabel('Polisen utreder')).not.toBeChecked()
})

test('the language picker keeps her on the page', async ({ page }) => {
  await page.goto('/sv/')
  await read(page, '/sv/steg/')
  await page.locator('.languages summary').click()
  await page.locator('.languages a[href="/en/steg/"]').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('main.page-steg')).toBeVisible()
})

test('other sites and downloads are left to the browser', async ({ page, context }) => {
  await page.goto('/sv/kallor/1/')
  const opened = context.waitForEvent('page')
  await page.locator('main a[target=_blank]').first().click()
  const other = await opened
  expect(other.url()).not.toContain('rvc.localhost')
  expect(page.url()).toBe(`${origins.site}/sv/kallor/1/`)
})
