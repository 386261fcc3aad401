import { expect, test, type Page } from '@playwright/test'

import { languageIds } from '../../src/model/languages.ts'
import { barriers } from '../harness/barriers.ts'
import { origins } from '../harness/origins.ts'

const words = 'Zebrafinken sjunger'

/** Opens the first sheet and writes in it, until its script is awake. */
async function fill(page: Page): Promise<void> {
  await page.locator('#blad-hant > summary').click()
  await page.locator('#blad-hant textarea').first().fill(words)
  await expect(page.locator('.sheets')).toHaveAttribute('data-awake', 'yes')
}

async function write(page: Page, path = '/sv/arbetsblad/'): Promise<void> {
  await page.goto(path)
  await fill(page)
}

/** What a finger at the middle of the exit meets is the exit. */
const exitIsMet = (page: Page) =>
  page.locator('[data-exit]').evaluate((exit) => {
    const { x, y, width, height } = exit.getBoundingClientRect()
    return exit.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })

const values = (page: Page) =>
  page
    .locator('.sheets textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value).join(''))

test('an in-site link asks in the page, once, and staying keeps her words', async ({ page }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await write(page)
  for (const link of ['header a[href="/sv/stod/"]', 'footer a[href="/sv/sok/"]']) {
    await page.locator(link).first().click()
    await expect(page.locator('.leaving')).toBeFocused()
    expect(await exitIsMet(page), 'nothing covers the exit').toBe(true)
    await page.locator('[data-stay]').click()
    await expect(page.locator('.leaving')).toBeHidden()
    await expect(page.locator(link).first()).toBeFocused()
  }
  expect(await values(page)).toBe(words)
  await page.locator('header a[href="/sv/stod/"]').click()
  await page.locator('[data-go]').click()
  await expect(page.locator('main.page-stod')).toBeVisible()
  expect(asked).toEqual([])
})

test('a search in the header asks too, and Previous', async ({ page }) => {
  await page.goto('/sv/sok/')
  await page.locator('.index a[href="/sv/arbetsblad/"]').click()
  await expect(page.locator('main.page-arbetsblad')).toBeVisible()
  await fill(page)
  await page.locator('[data-previous]').click()
  await expect(page.locator('.leaving')).toBeFocused()
  await page.locator('[data-stay]').click()
  await page.locator('header [data-search]').fill('polis')
  await page.keyboard.press('Enter')
  await expect(page.locator('.leaving')).toBeFocused()
  await page.locator('[data-go]').click()
  await expect(page.locator('main.page-sok')).toBeVisible()
})

test('nothing is asked when nothing is written, nor when she clears all', async ({ page }) => {
  await write(page)
  await page.locator('#blad-hant [data-add]').click()
  await expect(page.locator('#blad-hant fieldset')).toHaveCount(3)
  await expect(page.locator('#blad-hant fieldset').last().locator('textarea').first()).toBeFocused()
  await page.keyboard.type(words)
  await page.locator('.clear button').click()
  expect(await values(page)).toBe('')
  await expect(page.locator('#blad-hant fieldset')).toHaveCount(2)
  expect(await page.content()).not.toContain(words)
  await page.locator('header a[href="/sv/stod/"]').click()
  await expect(page.locator('main.page-stod')).toBeVisible()
})

for (const [how, leave] of [
  [
    'Esc Esc',
    async (page: Page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    },
  ],
  ['the button', (page: Page) => page.locator('[data-exit]').click()],
] as const)
  test(`${how} leaves at once with a full sheet; no dialog, and Back shows nothing`, async ({
    page,
  }) => {
    let asked = 0
    page.on('dialog', (dialog) => (asked++, void dialog.dismiss()))
    await write(page)
    await leave(page)
    await page.waitForURL(`${origins.safe}/`)
    expect(asked).toBe(0)
  })

test('Back, closing and reload ask nothing and leave nothing', async ({ page, context }) => {
  let asked = 0
  page.on('dialog', (dialog) => (asked++, void dialog.dismiss()))
  await page.goto(origins.search)
  await write(page)
  const cdp = await context.newCDPSession(page)
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'window' })
  const { listeners } = await cdp.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId!,
  })
  expect(listeners.map(({ type }) => type)).toContain('click')
  expect(listeners.map(({ type }) => type)).not.toContain('beforeunload')
  await page.reload()
  expect(await values(page)).toBe('')
  await page.locator('#blad-hant > summary').click()
  await page.locator('#blad-hant textarea').first().fill(words)
  await page.goBack()
  await page.goForward()
  expect(await values(page)).toBe('')
  await page
    .locator('textarea')
    .first()
    .fill(words, { force: true })
    .catch(() => null)
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
  expect(asked).toBe(0)
})

test('on paper only the chosen sheet stands, with all of her words', async ({ page }) => {
  await write(page)
  const long = 'Rad efter rad. '.repeat(120)
  await page.locator('#blad-hant textarea').nth(2).fill(long)
  await page.locator('#blad-jurist > summary').click()
  await page.locator('#blad-hant .take summary').click()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.locator('#blad-hant [data-print]').click()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('#blad-hant')).toBeVisible()
  for (const not of ['#blad-jurist', 'header', 'footer', '.clear', '.gone', '.take', 'h1'])
    await expect(page.locator(not).first()).toBeHidden()
  const printed = page.locator('#blad-hant .written:visible').nth(1)
  await expect(printed).toHaveText(long.trim())
  expect(await printed.evaluate((part) => part.scrollHeight <= part.clientHeight + 1)).toBe(true)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.written')).toHaveCount(0)
})

for (const language of languageIds)
  test(`the plan has no field, no field has a name, all are open to all, ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`/${language}/arbetsblad/`)
    for (const sheet of await page.locator('.sheet').all()) {
      await sheet.locator('summary').first().click()
      await expect(sheet).toHaveAttribute('open')
      await expect(page.locator('.clear button')).toBeInViewport()
    }
    await expect(page.locator('#blad-plan :is(input,textarea,select)')).toHaveCount(0)
    await expect(page.locator('#blad-plan li')).not.toHaveCount(0)
    await expect(page.locator('.sheets :is(input,textarea)[name]')).toHaveCount(0)
    await expect(page.locator('.sheets :is(input,textarea):not([autocomplete=off])')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await barriers(page)).toEqual([])
  })

test('without script the sheets open, are cleared, and send nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origins.site })
  const page = await context.newPage()
  await page.goto('/sv/arbetsblad/')
  await page.locator('#blad-rattegang > summary').click()
  await page.locator('#blad-rattegang textarea').first().fill(words)
  await page.locator('#blad-rattegang input').first().press('Enter')
  expect(page.url()).toBe(`${origins.site}/sv/arbetsblad/`)
  await page.locator('.clear button').click()
  await expect(page.locator('#blad-rattegang textarea').first()).toHaveValue('')
  await context.close()
})
