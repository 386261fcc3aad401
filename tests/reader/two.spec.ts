import { expect, test, type Page } from '@playwright/test'

import { languageIds } from '../../src/model/languages.ts'
import { pageIn, pathOf } from '../../src/model/site.ts'
import { load } from '../../src/model/load.ts'
import { barriers } from '../harness/barriers.ts'
import { origins } from '../harness/origins.ts'
import { htmlOf, watch } from '../harness/site.ts'

const { content } = load()
const translations = languageIds
  .filter((language) => language !== 'sv')
  .flatMap((language) =>
    Object.keys(content.addresses)
      .filter((id) => id !== 'kort' && pageIn(language, id).language === language)
      .map((id) => ({ language, id, path: pathOf(language, id) })),
  )

const control = '[data-app=two] button'

async function open(page: Page): Promise<void> {
  await page.locator(control).click()
  await expect(page.locator('main')).toHaveAttribute('data-two')
}

/**
 * Headings of her text, and where the Swedish that belongs to each stands: its own heading
 * (`alone`), or the larger part in which it is, where the two pages are not built alike.
 */
const headings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(h1,h2,h3)')]
      .filter(
        (heading) =>
          !heading.closest('.related,.take,form,.courtroom,[data-contact-place],.beside'),
      )
      .map((heading) => {
        const block = heading.closest('[data-pair]')
        let beside = block?.nextElementSibling as HTMLElement | null | undefined
        while (beside?.matches('[data-pair],style,script,i:empty'))
          beside = beside.nextElementSibling as HTMLElement
        const found = beside?.matches('.beside') ? beside : undefined
        let first: Element | null | undefined = found
        for (let back = Number(found?.dataset['rows']); back > 0; back--)
          do first = first?.previousElementSibling
          while (first?.matches('style,script,i:empty'))
        const alone = first === heading
        const swedish = alone ? found?.querySelector('.was-h1,.was-h2,.was-h3') : found
        const [own, other] = [first, swedish].map((one) => one?.getBoundingClientRect())
        return {
          text: heading.textContent?.trim(),
          swedish: alone ? swedish?.textContent?.trim() : undefined,
          lang: found?.closest('[lang]')?.getAttribute('lang'),
          alone,
          // The words of a page are explained on one of the two only.
          words: !block && !!heading.closest('.words'),
          beside:
            own && other
              ? Math.abs(own.top - other.top) <= 12 &&
                (own.right <= other.left || other.right <= own.left)
              : undefined,
        }
      }),
  )

for (const { language, id, path } of translations)
  test(`Swedish stands beside each heading that has one: ${language} ${id}`, async ({ page }) => {
    const { errors } = watch(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(path)
    await open(page)
    const found = await headings(page)
    const swedish = htmlOf(pathOf('sv', id))
    for (const heading of found)
      if (!heading.words || /class="[^"]*\bwords\b/.test(swedish))
        expect(heading, heading.text).toMatchObject({ beside: true, lang: 'sv' })
    // Each is the heading of the Swedish page, in its order.
    const written = [...swedish.matchAll(/<h([123])[^>]*>(.*?)<\/h\1>/gs)].map(([, , text = '']) =>
      text
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    const alone = found.filter((heading) => heading.alone)
    expect(alone).not.toEqual([])
    let last = -1
    // A title may be asked again as the first question of its page.
    const places = alone.map(
      ({ swedish }) => (last = written.indexOf(swedish?.replace(/\s+/g, ' ') ?? '', last + 1)),
    )
    expect(places).not.toContain(-1)
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    await expect(
      page.locator('.beside :is(input,select,textarea,form,button,a,script,style,svg)'),
    ).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(errors).toEqual([])
  })

for (const { id, head, language } of content.brochures.values())
  if (language !== 'sv')
    test(`Swedish stands beside each heading of a brochure, not on its paper: ${language} ${id}`, async ({
      page,
    }) => {
      const { errors } = watch(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${pathOf(language, 'broschyrer')}${head.number}/`)
      const paper = () =>
        page
          .locator('main > article.sheet')
          .evaluateAll((sheets) => sheets.map((sheet) => sheet.outerHTML.replace(/ style=""/g, '')))
      const alone = await paper()
      await open(page)
      for (const heading of await headings(page))
        expect(heading, heading.text).toMatchObject({ beside: true, lang: 'sv' })
      expect(await barriers(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      )
      expect(await page.locator('main .beside > *').count()).toBeGreaterThan(0)
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      expect(await paper(), 'paper has one language').toEqual(alone)
      expect(errors).toEqual([])
    })

test('the page stays where she was, and she can go back to one language', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/ar/steg/2/')
  const before = await page.evaluate(() => document.querySelector('main')!.innerHTML)
  const entries = await page.evaluate(() => history.length)
  await page.locator(control).scrollIntoViewIfNeeded()
  const at = (await page.locator(control).boundingBox())!.y
  await open(page)
  expect(Math.abs((await page.locator(control).boundingBox())!.y - at)).toBeLessThanOrEqual(1)
  await expect(page.locator(control)).toBeFocused()
  // On a phone Swedish stands under, set apart by a line at its beginning.
  const second = page.locator('main h2').first()
  const [own, swedish] = await Promise.all([
    second.boundingBox(),
    second.locator('+ .beside').boundingBox(),
  ])
  expect(swedish!.y).toBeGreaterThanOrEqual(own!.y + own!.height - 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(page.url()).toBe(`${origins.site}/ar/steg/2/`)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  await page.locator(control).click()
  await expect(page.locator('div.beside')).toHaveCount(0)
  expect(
    (await page.evaluate(() => document.querySelector('main')!.innerHTML)).replace(
      / (style=""|data-awake="yes")/g,
      '',
    ),
  ).toBe(before)
})

for (const [path, width] of [
  ['/ar/steg/2/', 360],
  ['/en/nu/', 1280],
  ['/en/arbetsblad/', 360],
] as const)
  test(`two languages are open to all, ${path} at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(path)
    await open(page)
    expect(await barriers(page)).toEqual([])
    await page.locator('.two-take summary').click()
    await expect(page.locator('.two-take [data-print]')).toBeVisible()
  })

test('where the two texts differ, a larger part stands beside a larger part', async ({ page }) => {
  await page.route('**/sv/tolk/', async (route) => {
    // The Swedish page has got one paragraph more in one section.
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: htmlOf('/sv/tolk/').replace(/<h2[^>]*>Vem tolkar\?<\/h2>/, '$&<p>Nytt.</p>'),
    })
  })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/en/tolk/')
  await page.locator(control).click({ timeout: 5000 })
  await expect(page.locator('main')).toHaveAttribute('data-two')
  const part = page.locator('.beside', { hasText: 'Nytt.' })
  await expect(part).toContainText('Vem tolkar?')
  await expect(part).toContainText('Du får önska.')
  const own = (await page.getByRole('heading', { name: 'Who interprets?' }).boundingBox())!
  expect(Math.abs((await part.boundingBox())!.y - own.y)).toBeLessThan(40)
  const next = (await page
    .getByRole('heading', { name: 'Who should not interpret?' })
    .boundingBox())!
  const box = (await part.boundingBox())!
  expect(next.y).toBeGreaterThanOrEqual(box.y + box.height - 1)
})

test('without a network she keeps her text and is told', async ({ page, context }) => {
  await page.goto('/en/tolk/')
  await page.locator(control).click()
  await expect(page.locator('main')).toHaveAttribute('data-two')
  await page.locator(control).click()
  await context.setOffline(true)
  await page.locator(control).click()
  await expect(page.locator('.failed')).toBeVisible()
  await expect(page.locator('h1')).toBeVisible()
})

test('without script a plain link to the Swedish page stands in its place', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origins.site })
  const page = await context.newPage()
  await page.goto('/en/tolk/')
  await expect(page.locator(control)).toBeHidden()
  await page.locator('[data-app=two] a').click()
  await expect(page).toHaveURL(/\/sv\/tolk\/$/)
  await context.close()
})
