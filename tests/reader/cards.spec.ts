import { expect, test } from '@playwright/test'

import { languageIds } from '../../src/model/languages.ts'
import { barriers } from '../harness/barriers.ts'

for (const language of languageIds)
  test(`without script every card opens over the screen with large letters, ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
      ...(baseURL ? { baseURL } : {}),
    })
    const page = await context.newPage()
    await page.goto(`/${language}/kort/`)
    await expect(page.locator('#speaks')).toBeHidden()
    const cards = page.locator('.card')
    const count = await cards.count()
    expect(count).toBeGreaterThanOrEqual(14)
    for (let at = 0; at < count; at++) {
      const card = cards.nth(at)
      await card.locator('summary').click()
      const box = (await card.boundingBox())!
      const bar = (await page.locator('.bar').boundingBox())!
      expect(box).toMatchObject({ x: 0, y: 0, width: 360 })
      expect(Math.abs(box.y + box.height - bar.y)).toBeLessThanOrEqual(1)
      // Her language first, then Swedish, marked as Swedish; on a Swedish page once.
      const swedish = card.locator('summary .swedish')
      expect(await swedish.count()).toBeLessThanOrEqual(language === 'sv' ? 0 : 1)
      if (language === 'en' || language === 'ar')
        await expect(swedish).toHaveAttribute('lang', 'sv')
      for (const text of await card.locator('summary > :is(.own, .swedish)').all())
        expect(
          await text.evaluate((part) => parseFloat(getComputedStyle(part).fontSize)),
        ).toBeGreaterThanOrEqual(28)
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 })
        expect(
          await card.evaluate(
            (part) =>
              part.scrollWidth <= part.clientWidth &&
              document.documentElement.scrollWidth <= innerWidth,
          ),
          `card ${at} at ${width}`,
        ).toBe(true)
      }
      await page.setViewportSize({ width: 360, height: 740 })
      await page.locator('[data-exit]').click({ trial: true })
      await card.locator('.close').click()
      await expect(card).not.toHaveAttribute('open', '')
    }
    await context.close()
  })

test('the language she chooses stands on the card in both languages; nothing is kept', async ({
  page,
}) => {
  await page.goto('/ar/kort/')
  await page.selectOption('#speaks', 'somaliska')
  await page.locator('#kort-tolk summary').click()
  await expect(page.locator('#kort-tolk summary .own [data-fill]')).toHaveText('Soomaali')
  await expect(page.locator('#kort-tolk summary .swedish [data-fill]')).toHaveText('somaliska')
  await expect(page.locator('#kort-tolk summary .swedish')).toHaveText(
    /Jag behöver tolk på\s+somaliska\./,
  )
  await page.locator('#kort-tolk label').first().click()
  await expect(page.locator('#kort-tolk input').first()).toBeChecked()
  await page.reload()
  await expect(page.locator('#speaks')).toHaveValue('')
  await expect(page.locator('#kort-tolk input').first()).not.toBeChecked()
})

test('an open card is open to all, and what lies under it is not met by keyboard', async ({
  page,
}) => {
  for (const path of ['/ar/kort/', '/sv/kort/']) {
    await page.goto(path)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.locator('#kort-tolk summary').click()
    expect(await barriers(page)).toEqual([])
    for (let presses = 0; presses < 14; presses++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => {
          const at = document.activeElement
          return at === document.body || at?.closest('.card[open], .bar') !== null
        }),
      ).toBe(true)
    }
  }
})

test('Esc Esc leaves at once from an open card', async ({ page }) => {
  await page.goto('/en/kort/')
  await page.locator('#kort-paus summary').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForURL(/safe\.localhost/)
})
