import { readFileSync, statSync } from 'node:fs'

import type { Page } from '@playwright/test'

import { languageIds, type Language } from '../../src/model/languages.ts'
import { readManifest } from '../../server/manifest.ts'

export const folder = 'dist.test'
export const manifest = readManifest(folder)

/** The page of staff: not a page to read, and without an exit. */
export const inbox = '/inkorg/'

/** Path of every page of the built site that is read, the error pages too; not the small framed ones. */
export const paths = Object.entries(manifest.files)
  .filter(
    ([path, { type }]) =>
      type.startsWith('text/html') && path !== inbox && !(path in manifest.frames),
  )
  .map(([path]) => path)
  .sort()

/** The HTML of a built page. */
export const htmlOf = (path: string) =>
  readFileSync(`${folder}/site/${manifest.files[path]?.file}`, 'utf8')

/** What the page weighs on the wire: its body in brotli, bytes. */
export const weightOf = (path: string) =>
  statSync(`${folder}/site/${manifest.files[path]?.file}.br`).size

/** The language of a path; Swedish for the door. */
export const languageOf = (path: string): Language =>
  languageIds.find((language) => path.startsWith(`/${language}/`)) ?? 'sv'

/** Everything a page does that it must not: console errors, and requests beyond its own. */
export function watch(page: Page) {
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()))
  return { errors, requests }
}

/** Clicks an in-site link in the text and waits until its page is shown in place. */
export async function read(page: Page, path: string): Promise<void> {
  const before = await page.locator('h1').elementHandle()
  const link = page.locator(`a[href="${path}"]:visible`).first()
  // A page in another language is behind the language picker.
  if ((await link.count()) === 0) await page.locator('.languages summary').click()
  await link.click()
  await page.waitForFunction((old) => !old?.isConnected, before)
}
