import { expect, test } from '@playwright/test'

import { languages } from '../../src/model/languages.ts'
import { barriers } from '../harness/barriers.ts'
import { origins } from '../harness/origins.ts'
import { languageOf, paths, watch } from '../harness/site.ts'

/** Pages a test file of its own would be too many; a handful share one browser page. */
const handful = 12
const parts = Array.from({ length: Math.ceil(paths.length / handful) }, (_, part) =>
  paths.slice(part * handful, (part + 1) * handful),
)

for (const [part, some] of parts.entries())
  test(`every page is reachable to all, silent and alone on the wire (${part + 1} of ${parts.length})`, async ({
    page,
  }) => {
    const { errors, requests } = watch(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as { shift?: number }).shift =
            ((window as { shift?: number }).shift ?? 0) +
            (entry as PerformanceEntry & { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of some) {
      errors.length = requests.length = 0
      // Every other page in dark, so that both palettes are measured.
      await page.emulateMedia({ colorScheme: paths.indexOf(path) % 2 ? 'dark' : 'light' })
      const answer = await page.goto(path, { waitUntil: 'load' })

      await test.step(path, async () => {
        expect(answer?.status()).toBe(200)
        expect(errors, 'console').toEqual([])
        expect(requests, 'requests').toEqual([origins.site + path])
        expect(await barriers(page)).toEqual([])
        // In thousandths, as browsers' own tools tell it. On a busy machine a page that comes in parts
        // may be painted in the middle of a line; what the page itself moves, it moves every time.
        await expect(async () => {
          const shift = await page.evaluate(() => (window as { shift?: number }).shift ?? 0)
          if (shift >= 0.001) await page.reload()
          expect(Math.floor(shift * 1000), 'layout shift').toBe(0)
        }).toPass({ intervals: [0], timeout: 15_000 })
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          'fits the width',
        ).toBe(true)
        expect(await page.locator('[data-exit]').count(), 'one exit').toBe(1)
        const { lang, dir } = languages[languageOf(path)]
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        expect(await page.locator('html').getAttribute('dir')).toBe(dir)
        expect(
          await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length),
        ).toBe('00')
      })
    }
  })

test('the check for violations sees a picture without a name', async ({ page }) => {
  await page.goto('/sv/')
  await page.evaluate(() => {
    const picture = document.createElement('img')
    document.querySelector('main')?.append(picture)
  })
  expect((await barriers(page)).map(([rule]) => rule)).toContain('image-alt')
})
