/** The whole journey, in a browser, on both hosts: she writes, staff answer, she reads and withdraws. */
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'

import { keysOf, readCode } from '../../src/contact/code.ts'
import { inboxOf } from '../harness/contact.ts'
import { hosts, type Office } from '../harness/hosts.ts'
import { fileOf, unlock } from '../harness/inbox-page.ts'

/** One host a worker process; tests of both names run against it. */
const test = base.extend<object, { offices: Record<string, Office> }>({
  offices: [
    async ({}, use, { workerIndex }) => {
      const port = Number(process.env['TEST_PORT'] ?? 4380) + 20 + 2 * (workerIndex % 20)
      const offices = { node: await hosts.node(port), workers: await hosts.workers(port + 1) }
      await use(offices)
      for (const office of Object.values(offices)) await office.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

/** Opens the inbox with a key, on a desktop. */
async function openInbox(browser: Browser, { origin, staff }: Office): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${origin}/inkorg/`)
  await unlock(page, await fileOf(staff))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I dag')
  return page
}

/** The request that a code belongs to, in the list. */
async function itemOf(inbox: Page, { ask, staff }: Office, code: string): Promise<Locator> {
  const { ref } = await inboxOf(ask, staff).find(await keysOf(code))
  return inbox.locator(`[data-request="${ref}"]`)
}

async function takeAndOpen(inbox: Page, item: Locator): Promise<void> {
  await item.getByRole('button').click()
  await inbox.getByRole('button', { name: 'Ta ärendet' }).click()
  await inbox.getByRole('button', { name: 'Öppna det hon skrev' }).click()
}

async function replyWith(inbox: Page, text: string): Promise<void> {
  await inbox.getByRole('combobox', { name: /^Språk/ }).selectOption('sv')
  await inbox.getByRole('textbox', { name: /^Text/ }).fill(text)
  await inbox.getByRole('button', { name: 'Skicka svaret' }).click()
  await expect(inbox.locator('.letters')).toContainText(text)
}

async function codeOn(page: Page): Promise<string> {
  const read = readCode(await page.locator('[data-code]').innerText())
  if (!('code' in read)) throw new Error('not a code')
  return read.code
}

for (const name of ['node', 'workers'] as const) {
  test(`with JavaScript, on ${name}: nothing she wrote leaves the page unsealed`, async ({
    browser,
    offices,
  }) => {
    const office = offices[name] as Office
    const sentinel = `Zebrafink${Date.now()}`
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', (request) => {
      sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()))
    })
    await page.goto(`${office.origin}/sv/kontakt/`)
    await page.locator('[data-how=code]').check()
    const next = async (step: string) => {
      await page.locator('[data-next]').click()
      await expect(page.locator(`[data-step=${step}][data-now]`)).toBeVisible()
    }
    await next('whom')
    await next('you')
    await page.locator('[name=name]').fill(`${sentinel}a`)
    await next('language')
    await page.locator('[name=speaks]').fill('svenska')
    await next('text')
    await page.locator('[name=text]').fill(`${sentinel}b <b>fet</b>`)
    await next('send')
    await expect(page.locator('form[data-contact]')).toContainText(`${sentinel}b`)
    await page.locator('[data-step=send] [type=submit]').click()
    const code = await codeOn(page)
    expect(sent.join('\n')).toContain('/api/requests')
    expect(sent.join('\n')).not.toContain(sentinel)
    expect(sent.join('\n')).not.toContain(code)
    expect(await page.content()).not.toContain(sentinel)

    const inbox = await openInbox(browser, office)
    const item = await itemOf(inbox, office, code)
    await takeAndOpen(inbox, item)
    await expect(inbox.getByText(`${sentinel}b <b>fet</b>`)).toBeVisible()
    await replyWith(inbox, 'Vi har läst. Skriv när du vill.')

    await page.locator('[data-contact-place] a[href="/sv/svar/"]').click()
    await page.locator('[name=code]').fill(`${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`)
    await page.locator('[value=read]').click()
    await expect(page.getByText('Minst en siffra är fel')).toBeVisible()
    await page.locator('[name=code]').fill([...code].join(' '))
    await page.locator('[value=read]').click()
    await expect(page.getByText('Vi har läst. Skriv när du vill.')).toBeVisible()
    await page.locator('[name=answer]').fill(`${sentinel}c`)
    await page.locator('[value=answer]').click()
    await expect(page.getByText('har vi fått ditt svar')).toBeVisible()

    await inbox.getByRole('button', { name: 'I dag' }).click()
    await expect(item).toContainText('Nytt från henne')
    await item.getByRole('button').click()
    await inbox.getByRole('button', { name: /^Öppna/ }).click()
    await expect(inbox.locator('.letters')).toContainText(`${sentinel}c`)

    await page.locator('[data-code-form] summary').click()
    await page.locator('[name=code]').fill(code)
    await page.locator('[value=withdraw]').click()
    await expect(page.locator('.said')).toContainText('Om koden är rätt ringer vi inte')
    await inbox.getByRole('button', { name: 'I dag' }).click()
    await expect(item).toContainText('kontakta inte')
    expect(sent.join('\n')).not.toContain(sentinel)
    expect(sent.join('\n')).not.toContain(code)
    await inbox.getByRole('button', { name: 'Lås' }).click()
    await expect(inbox.getByLabel('Nyckelfil')).toBeVisible()
  })

  test(`without JavaScript, on ${name}: sent, answered, answered back, withdrawn`, async ({
    browser,
    offices,
  }) => {
    const office = offices[name] as Office
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${office.origin}/ar/kontakt/`)
    await page.locator('[data-step=send] [type=submit]').click()
    await expect(page.locator('[role=alert]')).toBeVisible()
    await page.locator('[data-how=call]').check()
    await page.locator('[name=text]').fill('Kvar?')
    await page.locator('[data-step=send] [type=submit]').click()
    await expect(page.locator('[role=alert]')).toBeVisible()
    await expect(page.locator('[name=text]'), 'what she wrote is kept').toHaveValue('Kvar?')
    await expect(page.locator('[data-how=call]')).toBeChecked()
    await page.locator('[name=number]').fill('٠٧٠١٢٣٤٥٦٧')
    await page.locator('[data-step=send] [type=submit]').click()
    const code = await codeOn(page)

    const inbox = await openInbox(browser, office)
    const item = await itemOf(inbox, office, code)
    await takeAndOpen(inbox, item)
    await expect(inbox.getByText('Kom utan JavaScript')).toBeVisible()
    await expect(inbox.getByText('0701234567').first()).toBeVisible()
    await replyWith(inbox, 'Vi ringer när du kan.')

    await page.goto(`${office.origin}/ar/svar/`)
    await page.locator('[name=code]').fill(code)
    await page.locator('[value=read]').click()
    await expect(page.getByText('Vi ringer när du kan.')).toBeVisible()
    await page.locator('[name=answer]').fill('Tack')
    await page.locator('[value=answer]').click()
    await page.locator('[data-code-form] summary').click()
    await page.locator('[name=code]').fill(code)
    await page.locator('[value=withdraw]').click()
    await inbox.getByRole('button', { name: 'I dag' }).click()
    await expect(item).toContainText('kontakta inte')
  })
}
