/** Her hands on the form and the code page, in a browser with Playwright. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, type Page } from '@playwright/test'

import { keysOf, readCode } from '../../src/contact/code.ts'
import { asking, inboxOf } from './contact.ts'
import type { Office } from './hosts.ts'
import { startSite } from './servers.ts'
import { folder } from './site.ts'
import { makePeople, writeKeys } from './store.ts'

/**
 * A server with three people let in.
 * @param environment beside port, site and data
 * @param prepare is given the file of the database before a server opens it
 */
export async function startOffice(
  port: number,
  environment: Record<string, string> = {},
  prepare: (file: string) => Promise<void> = async () => undefined,
): Promise<Office> {
  const { keys, people } = await makePeople()
  const data = mkdtempSync(join(tmpdir(), 'rvc-'))
  const file = join(data, 'contact.sqlite')
  await writeKeys(file, keys)
  await prepare(file)
  const place = { PORT: String(port), DIST_DIR: folder, DATA_DIR: data }
  const child = await startSite({ ...place, ...environment })
  const origin = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    rmSync(data, { recursive: true, force: true })
  }
  return { ...people, origin, ask: asking(origin), stop }
}

/** Opens the form and chooses a way; waits until it lives. */
export async function wakeForm(page: Page, how = 'call', language = 'sv'): Promise<void> {
  await page.goto(`/${language}/kontakt/`)
  await page.locator(`[data-how=${how}]`).check()
  await expect(page.locator('form[data-live]')).toBeVisible()
}

/** The pauses before the form tries again are a tenth as long. */
export const hurry = (page: Page) =>
  page.addInitScript(() => {
    const wait = setTimeout
    Object.assign(window, {
      setTimeout: (then: () => void, ms = 0) =>
        wait(then, [1000, 3000].includes(ms) ? ms / 10 : ms),
    })
  })

/** Goes on, to a step of that name. */
export async function next(page: Page, step: string): Promise<void> {
  await page.locator('[data-next]').click()
  await expect(page.locator(`[data-step=${step}][data-now]`)).toBeVisible()
}

/** From the first question, answered so that nobody calls: writes a text, ready to be sent. */
export async function fillText(page: Page, text: string): Promise<void> {
  for (const step of ['whom', 'you', 'language', 'text']) await next(page, step)
  await page.locator('[name=text]').fill(text)
  await next(page, 'send')
}

/** A form that is ready to be sent: the reply is read with a code, and one text is written. */
export async function writeText(page: Page, text: string): Promise<void> {
  await wakeForm(page, 'code')
  await fillText(page, text)
}

export const submit = (page: Page) => page.locator('[data-step=send] [type=submit]').click()

/** The code she is shown. @throws if it is not one of ours */
export async function codeOn(page: Page): Promise<string> {
  const read = readCode(await page.locator('[data-code]').innerText({ timeout: 10_000 }))
  if (!('code' in read)) throw new Error('not a code')
  return read.code
}

/** What staff read under a code, and which way it came. */
export async function received({ ask, staff }: Office, code: string) {
  const keys = await keysOf(code)
  const inbox = inboxOf(ask, staff)
  await inbox.take(keys)
  const { request, card } = await inbox.read(keys)
  return { request, via: card.via }
}

/** How many requests staff have. */
export const countOf = async ({ ask, staff }: Office) =>
  (await inboxOf(ask, staff).desk()).items.length

/** Staff answer a request. */
export async function replyTo({ ask, staff }: Office, code: string, text: string): Promise<void> {
  const keys = await keysOf(code)
  const inbox = inboxOf(ask, staff)
  await inbox.take(keys)
  const { status } = await inbox.reply(keys, text, keys.key)
  expect(status, 'the reply').toBe(204)
}

/** On the code page: does something with a code. */
export async function giveCode(
  page: Page,
  code: string,
  deed: 'read' | 'withdraw' = 'read',
): Promise<void> {
  const field = page.locator('[name=code]')
  await field.fill(code)
  await expect(page.locator('form[data-live]')).toBeVisible()
  if (deed === 'withdraw') await page.locator('[data-code-form] summary').click()
  await page.locator(`[value=${deed}]`).click()
}
