/** The inbox with more requests, and a longer log, than a page can show at once. */
import { readFileSync } from 'node:fs'

import { expect, test as base, type Browser, type Page } from '@playwright/test'

import { inboxOf, send } from '../harness/contact.ts'
import { startOffice } from '../harness/contact-page.ts'
import { fillInbox } from '../harness/fill.ts'
import type { Office } from '../harness/hosts.ts'
import { fileOf, refresh, unlock } from '../harness/inbox-page.ts'

/** Requests that are open, and that are ended; lines that were logged before. */
const [open, ended, logged] = [130, 120, 1100]

/** The oldest are ended; of the open ones the two oldest are unread. */
const test = base.extend<object, { office: Office }>({
  office: [
    async ({}, use, { workerIndex }) => {
      const port = Number(process.env['TEST_PORT'] ?? 4380) + 120 + (workerIndex % 20)
      const office = await startOffice(port, { CALM: '1e9' }, (file) =>
        fillInbox(file, open + ended, ({ raw }) =>
          raw.exec(`
            UPDATE request SET unseen = 0, read_at = hour;
            UPDATE request SET state = 'done' WHERE rowid <= ${ended};
            UPDATE request SET unseen = 1, read_at = NULL WHERE rowid IN (${ended + 1}, ${ended + 2});
            INSERT INTO log (hour, who, action, ref, detail)
              WITH RECURSIVE one(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM one WHERE k < ${logged})
              SELECT 490000 + k, CASE WHEN k % 10 THEN 'Asta' ELSE 'Bodil' END, 'open', 'R1', NULL
              FROM one;
          `),
        ),
      )
      await use(office)
      await office.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const rows = (page: Page) => page.locator('[data-request]')

async function lockedPage(browser: Browser, { origin }: Office) {
  const viewport = { width: 1366, height: 768 }
  const page = await (await browser.newContext({ viewport, acceptDownloads: true })).newPage()
  await page.goto(`${origin}/inkorg/`)
  return page
}

async function openInbox(browser: Browser, office: Office, view: string, key = office.staff) {
  const page = await lockedPage(browser, office)
  await unlock(page, await fileOf(key))
  await expect(title(page)).toHaveText('I dag')
  await page.locator('.views').getByRole('button', { name: view, exact: true }).click()
  return page
}

test('a hundred rows are drawn, more at a press, and a new list takes the focus from none', async ({
  browser,
  office,
}) => {
  const page = await openInbox(browser, office, 'Alla')
  await expect(page.getByText(/^100 av 1\d\d visas$/)).toBeVisible()
  await expect(rows(page)).toHaveCount(100)
  await expect(page.locator('[data-opening]')).toHaveCount(0)
  const last = rows(page).nth(99)
  const ref = (await last.getAttribute('data-request')) ?? ''
  await last.getByRole('button').focus()
  const { keys } = await send(office.ask, { how: 'code', text: 'Ny' })
  const { ref: fresh } = await inboxOf(office.ask, office.staff).find(keys)
  await refresh(page)
  await expect(page.locator(`[data-request="${fresh}"]`)).toContainText('med koden')
  await expect(page.locator(`[data-request="${ref}"]`).getByRole('button')).toBeFocused()
  await expect(rows(page), 'the one with focus is kept beyond the hundred').toHaveCount(101)
  await page.getByLabel('Beteckning').focus()
  await refresh(page)
  await expect(rows(page)).toHaveCount(100)
  await expect(page.locator(`[data-request="${ref}"]`), 'without focus it falls out').toHaveCount(0)

  await button(page, 'Visa fler').click()
  await expect(rows(page).nth(100).getByRole('button'), 'where one reads on').toBeFocused()
  await expect(page.locator(`[data-request="${ref}"]`)).toBeVisible()
  await expect(button(page, 'Visa fler')).toHaveCount(0)
  const { items } = await inboxOf(office.ask, office.staff).desk()
  const deep = items.find(({ state, ref }) => state !== 'done' && ref !== fresh)?.ref ?? ''
  await page.getByLabel('Beteckning').fill(deep)
  await expect(rows(page)).toHaveCount(1)
})

test('while a long list is opened it can be used, unread first, and little is said', async ({
  browser,
  office,
}) => {
  const page = await lockedPage(browser, office)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/of=open&after=/, async (route) => {
    await held
    await route.continue()
  })
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const note = () => {
      const text = document.querySelector('p.unseen[role=status]')?.textContent
      if (text && said.at(-1) !== text) said.push(text)
    }
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await unlock(page, await fileOf(office.staff))
  await expect(title(page)).toHaveText('I dag')
  await expect(page.locator('[data-opening]')).toBeVisible()
  const { items } = await inboxOf(office.ask, office.staff).desk()
  for (const { ref } of items.filter(({ unseen, readAt }) => unseen && readAt === null))
    await expect(page.locator(`[data-request="${ref}"]`)).toContainText(/Telefonsamtal|koden/)
  await rows(page).first().getByRole('button').click()
  await expect(title(page)).toHaveText(/^Ärende/)
  await expect(button(page, 'Ta ärendet')).toBeVisible()
  release()
  await expect(page.locator('[data-opening]')).toHaveCount(0)
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
    'Förfrågningarna öppnas. Listan går att använda under tiden.',
    'Alla förfrågningar är öppnade.',
  ])
})

test('what is ended comes when it is asked for, and figures count all of it or say nothing', async ({
  browser,
  office,
}) => {
  const page = await openInbox(browser, office, 'Alla')
  const { items } = await inboxOf(office.ask, office.staff).desk()
  const done = items.filter(({ state }) => state === 'done')
  await page.getByLabel('Läge').selectOption('done')
  await expect(page.getByText(`${ended} är inte hämtade.`, { exact: false })).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
  const old = done.at(-1)?.ref ?? ''
  await page.getByLabel('Beteckning').fill(old)
  await button(page, `Hämta ärende ${old}`).click()
  await expect(rows(page)).toHaveCount(1)
  await page.getByLabel('Beteckning').fill('')
  await button(page, 'Hämta de senaste').click()
  await expect(rows(page)).toHaveCount(51)
  await expect(button(page, 'Hämta de senaste')).toBeFocused()

  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/of=ended/, async (route) => {
    await held
    await route.continue()
  })
  await page.locator('.views').getByRole('button', { name: 'Siffror' }).click()
  await expect(page.getByText('Hämtar och öppnar allt')).toBeVisible()
  await expect(page.getByRole('table'), 'nothing of a part').toHaveCount(0)
  release()
  await expect(page.getByRole('table').first()).toBeVisible()
  const cells = await page.locator('td').allInnerTexts()
  expect(cells).toContain(String(items.length))
  for (const cell of cells)
    expect(cell).toMatch(/^(0|[5-9]|[1-9]\d+|färre än 5|dolt|minst [1-9]\d*)$/)
})

test('the log shows older lines at a press, and is written out whole, as it is looked for', async ({
  browser,
  office,
}) => {
  const page = await openInbox(browser, office, 'Logg', office.manager)
  const lines = page.locator('tbody tr')
  const shown = page.getByText(/^Visar \d+ av \d+ rader$/)
  const total = async () => Number(/av (\d+)/.exec(await shown.innerText())?.[1])
  await expect(shown).toContainText('Visar 500 av')
  expect(await total()).toBeGreaterThan(logged)
  await button(page, 'Visa äldre').click()
  await expect(lines).toHaveCount(1000)
  await expect(shown).toContainText('Visar 1000 av')

  const written = async () => {
    const download = page.waitForEvent('download')
    await button(page, /^Ladda ner alla/).click()
    const csv = readFileSync(await (await download).path(), 'utf8')
    return csv.trimEnd().split('\r\n').slice(1)
  }
  expect(await written(), 'also what is not shown').toHaveLength(await total())
  const older = button(page, 'Visa äldre')
  await older.press('Enter')
  await expect(older).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Logg' }), 'focus is not lost').toBeFocused()
  await page.getByLabel('Vem').selectOption('Bodil')
  await page.getByLabel('Ärende').fill('r1')
  await expect(shown).toHaveText(`Visar ${logged / 10} av ${logged / 10} rader`)
  await expect(button(page, 'Visa äldre')).toHaveCount(0)
  const bodils = await written()
  expect(bodils).toHaveLength(logged / 10)
  expect(bodils.every((line) => line.includes('"Bodil"'))).toBe(true)
  const day = (hour: number) => new Date(hour * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('Till och med').fill(day(490_500))
  await expect(shown).toHaveText(/^Visar [45]\d av [45]\d rader$/)
})

test('a request that goes to another group while it has focus keeps it', async ({
  browser,
  office,
}) => {
  const { keys } = await send(office.ask, { how: 'code', text: 'Ny' })
  const { ref } = await inboxOf(office.ask, office.staff).find(keys)
  const page = await openInbox(browser, office, 'I dag')
  const row = page.locator(`[data-request="${ref}"]`)
  const group = () => page.locator('section').filter({ has: row }).getByRole('heading')
  await expect(group()).toHaveText(/^Nya/)
  await row.getByRole('button').focus()
  await inboxOf(office.ask, office.colleague).take(keys)
  await refresh(page)
  await expect(group()).toHaveText(/^Hos en kollega/)
  await expect(row.getByRole('button')).toBeFocused()
})
