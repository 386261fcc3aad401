import { expect, test } from '@playwright/test'

test('she types the name she uses for where she lives and comes to the right door', async ({
  page,
}) => {
  await page.goto('/sv/omrade/')
  for (const [typed, name] of [
    ['tensta', 'Tensta'],
    ['VALLINGBY', 'Vällingby'],
    ['rinkeby-k', 'Rinkeby'],
    ['husby', 'Husby'],
  ] as const) {
    await page.fill('#place', typed)
    await expect(page.locator('#places li:visible').filter({ hasText: name }).first()).toBeVisible()
  }
  await page.locator('#places li:visible a').first().click()
  await expect(page.locator('[id^=door-]:focus')).toBeInViewport()
  await page.fill('#place', 'xyzzy')
  await expect(page.locator('.none')).toBeVisible()
  await page.click('.unknown')
  await expect(page.locator('#door-annan-kommun')).toBeInViewport()
})

test('in the courtroom every role can be chosen by pointer and by keyboard', async ({ page }) => {
  await page.goto('/sv/steg/10/')
  const roles = page.locator('.room input')
  const count = await roles.count()
  expect(count).toBeGreaterThanOrEqual(10)
  for (let at = 0; at < count; at++) {
    const id = await roles.nth(at).getAttribute('id')
    await page.locator(`label[for="${id}"]`).click()
    await expect(page.locator(`#${id} + label + .says`)).toBeVisible()
    await expect(page.locator('.room .says:visible')).toHaveCount(1)
  }
  await roles.first().check({ force: true })
  await roles.first().focus()
  const seen = new Set<string | null>()
  for (let at = 0; at < count; at++) {
    seen.add(await page.locator('.room .says:visible').textContent())
    await page.keyboard.press('ArrowDown')
  }
  expect(seen.size).toBe(count)
})

test('choosing a role moves nothing on the page', async ({ page }) => {
  await page.goto('/sv/steg/10/')
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const before = await height()
  const roles = page.locator('.room label')
  for (let at = 0; at < (await roles.count()); at++) {
    await roles.nth(at).click()
    expect(await height()).toBe(before)
  }
})

test('a word of law leads to its meaning, and every word is in the glossary', async ({ page }) => {
  await page.goto('/sv/ordlista/')
  await page.fill('#word', 'malsagande')
  await expect(page.locator('#glossary > :visible').first()).toContainText('målsägande')
  expect(await page.locator('#glossary > *').count()).toBeGreaterThanOrEqual(50)
})
