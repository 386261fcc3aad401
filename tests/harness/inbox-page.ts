/** The hands of staff on the inbox, in a browser with Playwright. */
import type { Page } from '@playwright/test'

import { writeKeyFile, type Key } from '../../src/contact/keyfile.ts'

export const passphrase = 'bada-dago-hilu'

/** A key file with little work in it, so that it opens at once. */
export const fileOf = (key: Key) => writeKeyFile(key, passphrase, 10)

/** Chooses the file and types the passphrase; what is pressed then is left to the caller. */
export async function giveKey(page: Page, file: string, typed = passphrase): Promise<void> {
  await page
    .getByLabel('Nyckelfil')
    .setInputFiles({ name: 'a.age', mimeType: 'text/plain', buffer: Buffer.from(file) })
  await page.getByLabel('Lösenord', { exact: true }).fill(typed)
}

export const pressOpen = (page: Page) =>
  page.getByRole('button', { name: 'Öppna', exact: true }).click()

/** Opens the inbox with a key file, where it is locked. */
export async function unlock(page: Page, file: string, typed = passphrase): Promise<void> {
  await giveKey(page, file, typed)
  await pressOpen(page)
}

/** Makes the open inbox fetch its list, and waits until it has. */
export async function refresh(page: Page): Promise<void> {
  const fetched = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/staff')
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await (await fetched).finished()
}
