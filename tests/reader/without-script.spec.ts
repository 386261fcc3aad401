import { expect, test } from '@playwright/test'

import { origins } from '../harness/origins.ts'

test.use({ javaScriptEnabled: false })

test('without script the exit is a link that leads away and tells nothing', async ({ page }) => {
  await page.goto(origins.search)
  await page.goto('/sv/')
  await page.click('[data-exit]')
  await page.waitForURL(`${origins.safe}/`)
  await expect(page.locator('#referer')).toHaveText('none')
})

test('without script every page can be read and reached, and says what Back does', async ({
  page,
}) => {
  await page.goto('/sv/')
  await expect(page.locator('[data-previous]')).toBeHidden()
  await expect(page.locator('[data-search]')).toBeHidden()
  await expect(page.getByText('Bakåt visar sidan igen')).toBeVisible()
  await page.locator('header .unscripted').click()
  await expect(page.locator('.index a')).not.toHaveCount(0)
  await page.locator('.index a[href="/sv/steg/10/"]').click()
  await expect(page.locator('main.page-steg-rattegang')).toBeVisible()
})

test('without script the stage picker and the courtroom answer', async ({ page }) => {
  await page.goto('/sv/steg/')
  await page.getByLabel('Polisen utreder').check()
  await expect(page.locator('.then:visible a').first()).toBeVisible()
  await page.goto('/sv/steg/10/')
  await page.locator('.room label').nth(3).click()
  await expect(page.locator('.room input:checked + label + .says')).toBeVisible()
})

test('without script the area finder is a list of every name', async ({ page }) => {
  await page.goto('/sv/omrade/')
  await page.locator('.area summary').click()
  for (const name of ['Tensta', 'Rinkeby', 'Husby', 'Vällingby'])
    await expect(page.locator('#places').getByText(name, { exact: true })).toBeVisible()
})
