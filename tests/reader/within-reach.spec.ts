import { expect, test, type Page } from '@playwright/test'

/** Nothing covers the exit: it is what a finger at its centre meets, and it is large enough. */
async function isWithinReach(page: Page, least = 44): Promise<void> {
  const met = await page.evaluate(() => {
    const exit = document.querySelector<HTMLElement>('[data-exit]')!
    const { x, y, width, height } = exit.getBoundingClientRect()
    const inside = x >= 0 && y >= 0 && x + width <= innerWidth + 1 && y + height <= innerHeight + 1
    const at = document.elementFromPoint(x + width / 2, y + height / 2)
    return { inside, met: exit.contains(at), width, height }
  })
  expect(met).toMatchObject({ inside: true, met: true })
  expect(Math.min(met.width, met.height)).toBeGreaterThanOrEqual(least)
}

const screens = [
  [320, 568],
  [360, 740],
  [360, 300],
  [390, 844],
  [768, 1024],
  [1440, 900],
  // A desktop window of 1280 × 1024 at 400 %.
  [320, 256],
] as const

for (const [width, height] of screens)
  for (const path of ['/sv/', '/ar/nu/', '/sv/steg/10/', '/sv/sok/'])
    test(`the exit is within reach on ${width} × ${height}, wherever she is on ${path}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      for (const part of [0, 0.5, 1]) {
        await page.evaluate((part) => scrollTo(0, document.body.scrollHeight * part), part)
        await isWithinReach(page)
      }
      const bar = await page.locator('.bar').boundingBox()
      if (height <= 400) expect(bar!.height).toBeLessThanOrEqual(48)
    })

test('the exit is within reach while a menu is open', async ({ page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    await page.goto('/sv/')
    await page.locator('.languages summary').click()
    await isWithinReach(page)
  }
})

for (const [width, height] of [
  [360, 300],
  [360, 740],
  [1280, 800],
] as const)
  test(`nothing that gets focus is hidden behind the bar, ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/sv/omrade/')
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const covered = await page.evaluate(() => {
        const focused = document.activeElement
        const bar = document.querySelector('.bar')!
        if (!focused || focused === document.body || bar.contains(focused)) return false
        const [a, b] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()]
        return a.top >= b.top && a.bottom <= b.bottom
      })
      expect(
        covered,
        await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)),
      ).toBe(false)
    }
  })

test('the first things a keyboard meets are the text, the exit and the page before', async ({
  page,
}) => {
  await page.goto('/sv/')
  const met: string[] = []
  for (let presses = 0; presses < 3; presses++) {
    await page.keyboard.press('Tab')
    met.push(await page.evaluate(() => document.activeElement?.className.split(' ')[0] ?? ''))
  }
  expect(met).toEqual(['skip', 'exit', 'home'])
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
  expect(page.url()).toMatch(/\/sv\/$/)
})

test('the exit’s name begins with what is seen, in every language', async ({ page }) => {
  for (const [path, name] of [
    ['/sv/', 'Lämna sidan'],
    ['/en/', 'Leave the page'],
    ['/ar/', 'مغادرة الصفحة'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute(
      'data-exit',
      '',
    )
  }
})

test('on paper there is no exit, and the page’s own address stands', async ({ page }) => {
  await page.goto('/sv/steg/2/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-exit]')).toBeHidden()
  await expect(page.locator('.own a')).toBeVisible()
  await expect(page.locator('.own a')).toContainText('/sv/steg/2/')
})

test('with forced colours the exit keeps its shape', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/sv/')
  await isWithinReach(page)
  expect(
    await page.locator('[data-exit]').evaluate((exit) => getComputedStyle(exit).borderTopWidth),
  ).not.toBe('0px')
})
