/** The inbox of staff, in a browser: what it shows, to whom, and what it never does. */
import { readFileSync } from 'node:fs'

import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'

import { keysOf, makeCode, type Keys } from '../../src/contact/code.ts'
import { sealRequest, type About } from '../../src/contact/envelope.ts'
import { makeKey, type Key } from '../../src/contact/keyfile.ts'
import { answers, type Request as ContactRequest } from '../../src/contact/request.ts'
import {
  answerTo,
  formStateOf,
  inboxOf,
  put,
  readReplies,
  withdraw,
  type Ask,
} from '../harness/contact.ts'
import { barriers } from '../harness/barriers.ts'
import { hosts, type Office } from '../harness/hosts.ts'
import { fileOf, passphrase, refresh, unlock } from '../harness/inbox-page.ts'

/** A key that is made in the page takes a second to open, and more on a busy machine. */
const slow = { timeout: 30_000 }

/** One host a worker process. */
const test = base.extend<object, { office: Office }>({
  office: [
    async ({}, use, { workerIndex }) => {
      const port = Number(process.env['TEST_PORT'] ?? 4380) + 100 + (workerIndex % 20)
      const office = await hosts.node(port)
      await use(office)
      await office.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

const desktop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }

/** What she writes: markup that would run, and characters that turn a line around. */
const sentinel = 'Zebrafink'
const override = '\u202e'
const markup = '<img src=x onerror="window.ran=1">'

/** As long as a short answer may be, in one word. */
const endless = 'w'.repeat(60)

const always = { days: [...answers.days], hours: [...answers.hours] }
const byCall = { how: 'call', number: '0701234567', ...always } as const

/** Seals and sends, as her browser or the function does. @returns what her code opens */
async function sends(
  ask: Ask,
  request: ContactRequest,
  { code = makeCode(), ...about }: Partial<About> & { code?: string } = {},
): Promise<Keys & { code: string }> {
  const { set, recipients } = await formStateOf(ask)
  const keys = await keysOf(code)
  const hour = Math.floor(Date.now() / 3_600_000)
  const sealed = await sealRequest(request, keys, recipients, {
    language: 'sv',
    via: 'sealed',
    hour,
    ...about,
  })
  const { status } = await put(ask, sealed, set)
  expect(status).toBe(204)
  return { ...keys, code }
}

/** Sends a request whose card has the right length and does not open. */
async function sendsGarbage(ask: Ask): Promise<Keys> {
  const { set, recipients } = await formStateOf(ask)
  const keys = await keysOf(makeCode())
  const about = { language: 'sv', via: 'sealed', hour: 0 } as const
  const sealed = await sealRequest({ how: 'code' }, keys, recipients, about)
  // The server sees that it begins as a sealed card does.
  const card = sealed.card.slice().fill(7, 30)
  expect((await put(ask, { ...sealed, card }, set)).status).toBe(204)
  return keys
}

/** Requests of every kind that looks different. */
async function sendsAll({ ask }: Office) {
  const twin: ContactRequest = { how: 'code', text: 'Skickad två gånger' }
  const kinds = {
    now: await sends(ask, {
      ...byCall,
      whom: 'self',
      own: 'no',
      speaks: endless,
      name: endless,
      word: endless,
      wordBack: 'tack',
      noAnswer: 'sms',
      other: 'ask',
      text: `${sentinel} ${'och mer text '.repeat(40)}${'a'.repeat(90)}`,
    }),
    noTimes: await sends(ask, { how: 'call', number: '0701234567' }),
    sms: await sends(ask, { ...byCall, how: 'sms' }),
    code: await sends(ask, { how: 'code', text: 'Bara text' }),
    herself: await sends(ask, { how: 'herself', soon: ['trial'], soonDate: '2030-01-15' }),
    unaware: await sends(ask, { ...byCall, whom: 'other-unaware' }),
    arabic: await sends(
      ask,
      { ...byCall, speaks: 'العربية', interpreter: ['need', 'woman', 'first'], text: 'مرحبًا' },
      { language: 'ar' },
    ),
    plain: await sends(
      ask,
      { how: 'code', area: 'jarva', speaks: endless },
      { via: 'plain', suspect: true },
    ),
    twin: await sends(ask, twin, { via: 'plain', digest: 'AAAA' }),
    other: await sends(ask, twin, { via: 'plain', digest: 'AAAA' }),
    withdrawn: await sends(ask, byCall),
    garbage: await sendsGarbage(ask),
  }
  await withdraw(ask, kinds.withdrawn.id)
  return kinds
}

async function lockedPage(browser: Browser, { origin }: Office, viewport = desktop) {
  const context = await browser.newContext({ viewport, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(`${origin}/inkorg/`)
  return page
}

async function openInbox(browser: Browser, office: Office, key: Key, viewport = desktop) {
  const page = await lockedPage(browser, office, viewport)
  await unlock(page, await fileOf(key))
  await expect(title(page)).toHaveText('I dag')
  return page
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const view = (page: Page, name: string) =>
  page.locator('.views').getByRole('button', { name, exact: true })

/** The request in the list of the page. */
async function rowOf(page: Page, { ask, manager }: Office, keys: Keys): Promise<Locator> {
  const { ref } = await inboxOf(ask, manager).find(keys)
  return page.locator(`[data-request="${ref}"]`)
}

async function show(page: Page, office: Office, keys: Keys): Promise<void> {
  await view(page, 'Alla').click()
  await (await rowOf(page, office, keys)).getByRole('button').click()
  await expect(title(page)).toHaveText(/^Ärende/)
}

async function takeAndOpen(page: Page): Promise<void> {
  await button(page, 'Ta ärendet').click()
  await button(page, 'Öppna det hon skrev').click()
  await expect(page.getByRole('heading', { name: 'Brev' })).toBeVisible()
}

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** Reachable to all and within the width: large in light, small in dark. */
async function isClean(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    for (const [size, colorScheme] of [
      [desktop, 'light'],
      [phone, 'dark'],
    ] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      expect(await fits(page), `fits ${size.width} wide`).toBe(true)
      expect(await barriers(page), colorScheme).toEqual([])
    }
    await page.setViewportSize(desktop)
  })
}

test('locked, with a wrong password and with a new key, it is reachable to all and fits', async ({
  browser,
  office,
}) => {
  const page = await lockedPage(browser, office)
  await expect(title(page)).toBeVisible()
  await isClean(page, 'locked')
  await unlock(page, await fileOf(office.staff), 'fel-losen')
  await expect(page.getByRole('alert')).toContainText('Lösenordet passar inte')
  await isClean(page, 'wrong')
  await page.getByText('Jag har ingen nyckel än').click()
  await page.getByLabel(/^Ditt namn/).fill('Disa')
  await button(page, 'Gör en nyckel').click()
  await expect(page.getByText('1. Skriv av lösenordet på papper')).toBeVisible(slow)
  await isClean(page, 'newkey')
})

test('the lists and each kind of request are reachable to all and fit', async ({
  browser,
  office,
}) => {
  const kinds = await sendsAll(office)
  await inboxOf(office.ask, office.colleague).take(kinds.sms)
  const page = await openInbox(browser, office, office.staff)
  await isClean(page, 'today')
  await view(page, 'Alla').click()
  await isClean(page, 'all')
  const held = { now: 'untaken', sms: 'colleague', unaware: 'unaware', withdrawn: 'withdrawn' }
  for (const [kind, name] of Object.entries(held)) {
    await show(page, office, kinds[kind as keyof typeof held])
    await isClean(page, name)
  }
  for (const kind of ['now', 'arabic'] as const) {
    await show(page, office, kinds[kind])
    await takeAndOpen(page)
    await isClean(page, `opened-${kind}`)
  }
})

test('people, log, figures, key and routines are reachable to all and fit', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, byCall)
  await inboxOf(office.ask, office.colleague).take(keys)
  const page = await openInbox(browser, office, office.manager)
  for (const name of ['Personal', 'Logg', 'Siffror', 'Min nyckel', 'Rutiner']) {
    await view(page, name).click()
    if (name === 'Logg') await expect(page.getByRole('table')).toBeVisible()
    await isClean(page, name)
  }
})

test('the checks see a field without a name, and what is too wide', async ({ browser, office }) => {
  const page = await lockedPage(browser, office)
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.style.inlineSize = '2000px'
    field.style.maxInlineSize = 'none'
    document.querySelector('main')?.append(field)
  })
  expect((await barriers(page)).map(([id]) => id)).toContain('label')
  expect(await fits(page)).toBe(false)
})

/** How what has focus shows it: its own outline, or the one around its row. */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const now = document.activeElement
    if (!now || now === document.body) return true
    const seen = [null, '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(now, part)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    const { top, bottom } = now.getBoundingClientRect()
    return seen && bottom > 0 && top < innerHeight
  })

/** Presses Tab until `target` has focus; everything on the way must show that it has. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `reached with Tab: ${target}`).toBeLessThan(80)
    await page.keyboard.press('Tab')
    expect(await focusIsSeen(page), 'focus is seen').toBe(true)
  }
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

test('everything is done with the keyboard alone, and focus is always seen', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, { how: 'code', text: `${sentinel} tangent` })
  const page = await lockedPage(browser, office)
  await press(page, page.getByText('Klistra in text i stället'))
  await tabTo(page, page.getByLabel(/^Texten i filen/))
  await page.keyboard.insertText(await fileOf(office.staff))
  await tabTo(page, page.getByLabel('Lösenord', { exact: true }))
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText('I dag')
  await expect(title(page), 'focus is where the reading begins').toBeFocused()

  await press(page, (await rowOf(page, office, keys)).getByRole('button'))
  await expect(title(page)).toHaveText(/^Ärende/)
  await expect(title(page)).toBeFocused()
  await press(page, button(page, 'Ta ärendet'))
  await press(page, button(page, 'Öppna det hon skrev'))
  await expect(page.getByText(`${sentinel} tangent`)).toBeVisible()
  await tabTo(page, page.getByLabel('Mall'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Text', { exact: true })).not.toHaveValue('')
  const template = await page.getByLabel('Text', { exact: true }).inputValue()
  await press(page, button(page, 'Skicka svaret'))
  await expect(page.locator('.letters')).toContainText(template)
  expect(await readReplies(office.ask, keys)).toMatchObject([{ n: 1, text: template }])
  await expect(page.locator('body'), 'focus is not lost').not.toBeFocused()
  for (let presses = 0; presses < 80; presses++) {
    if (await view(page, 'Lås').evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Shift+Tab')
    expect(await focusIsSeen(page), 'focus is seen').toBe(true)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nyckelfil')).toBeVisible()
  await expect(title(page)).toBeFocused()
})

test('the check of focus sees a button that hides it', async ({ browser, office }) => {
  const page = await lockedPage(browser, office)
  await button(page, 'Öppna').evaluate((one) => one.style.setProperty('outline', 'none'))
  await page.getByLabel('Visa lösenordet').focus()
  await page.keyboard.press('Tab')
  expect(await focusIsSeen(page)).toBe(false)
})

test('a new list moves no focus and loses no reply that is begun', async ({ browser, office }) => {
  const keys = await sends(office.ask, { how: 'code', text: 'Först' })
  const page = await openInbox(browser, office, office.staff)
  await show(page, office, keys)
  await takeAndOpen(page)
  const text = page.getByLabel('Text', { exact: true })
  await text.fill('Hej, vi har')
  await text.press('End')
  await sends(office.ask, { how: 'code', text: 'En annan' })
  await refresh(page)
  await page.keyboard.type(' läst.')
  await expect(text).toHaveValue('Hej, vi har läst.')
  await expect(text).toBeFocused()

  await answerTo(office.ask, keys, `${sentinel} svar`)
  await refresh(page)
  await expect(page.getByText('Hon har skrivit något nytt')).toBeVisible()
  await expect(text).toBeFocused()
  await expect(text).toHaveValue('Hej, vi har läst.')
  await expect(button(page, 'Skicka svaret'), 'not before the new is read').toBeDisabled()
  await view(page, 'Alla').click()
  await show(page, office, keys)
  await button(page, 'Öppna det hon skrev').click()
  await expect(page.locator('.letters')).toContainText(`${sentinel} svar`)
  await expect(text, 'kept while other views are looked at').toHaveValue('Hej, vi har läst.')
  await expect(button(page, 'Skicka svaret')).toBeEnabled()
})

test('who comes second is told who has it, and takes over with a reason only', async ({
  browser,
  office,
}) => {
  const { ask, colleague, staff } = office
  const keys = await sends(ask, byCall)
  const page = await openInbox(browser, office, staff)
  await show(page, office, keys)
  await expect(button(page, 'Ta ärendet')).toBeVisible()
  expect((await inboxOf(ask, colleague).take(keys)).status).toBe(204)
  await button(page, 'Ta ärendet').click()
  await expect(page.getByRole('alert')).toContainText('Bodil hann före')
  await expect(page.getByRole('heading', { name: 'Bodil har det' })).toBeVisible()
  expect((await inboxOf(ask, staff).find(keys)).takenBy).toBe('Bodil')
  await expect(button(page, 'Öppna det hon skrev')).toHaveCount(0)
  await expect(button(page, 'Ta över')).toBeDisabled()
  await page.getByLabel('Skäl att ta över').selectOption('sick')
  await button(page, 'Ta över').click()
  await expect(page.getByText('Du har tagit över.')).toBeVisible()
  expect((await inboxOf(ask, staff).find(keys)).takenBy).toBe('Asta')
})

test('what she changes meanwhile is told; nothing is written over, and both texts are shown', async ({
  browser,
  office,
}) => {
  const { ask, staff } = office
  const before = { ...byCall, number: '0701111111', text: `${sentinel} förr` }
  const { code, ...keys } = await sends(ask, before)
  const page = await openInbox(browser, office, staff)
  await show(page, office, keys)
  await takeAndOpen(page)
  await page.getByLabel('Nästa tid').fill('2030-01-15T10:00')
  await sends(ask, { ...before, number: '0702222222', text: `${sentinel} nu` }, { code })
  await button(page, 'Spara nästa tid').click()
  await expect(page.getByRole('alert').first()).toContainText('Något har ändrats')
  expect((await inboxOf(ask, staff).find(keys)).next).toBeNull()
  await expect(page.getByText('0701111111'), 'nobody calls the old number').toHaveCount(0)
  await button(page, 'Öppna igen').click()
  await expect(page.getByText(`${sentinel} nu`)).toBeVisible()
  await expect(page.getByText(`${sentinel} förr`)).toBeVisible()
  await expect(page.getByText('0701111111')).toBeVisible()
  await page.getByLabel('Nästa tid').fill('2030-01-15T10:00')
  await button(page, 'Spara nästa tid').click()
  await expect(page.getByText('Nästa tid är sparad.')).toBeVisible()
  expect((await inboxOf(ask, staff).find(keys)).next).toBe('2030-01-15T10:00')
})

test('what she takes back while it is open is gone from the screen at the next look', async ({
  browser,
  office,
}) => {
  const request = { ...byCall, number: '0703333333', name: sentinel, text: `${sentinel} borta` }
  const keys = await sends(office.ask, request)
  const page = await openInbox(browser, office, office.staff)
  await show(page, office, keys)
  await takeAndOpen(page)
  await page.getByLabel('Text', { exact: true }).fill('Vi ringer.')
  await expect(page.locator('main')).toContainText('0703333333')
  await withdraw(office.ask, keys.id)
  await button(page, 'Skicka svaret').click()
  await expect(page.getByRole('heading', { name: 'Kontakta inte' })).toBeVisible()
  for (const hers of [sentinel, '0703333333'])
    await expect(page.locator('main')).not.toContainText(hers)
  await expect(button(page, 'Skicka svaret')).toHaveCount(0)
  expect(await readReplies(office.ask, keys), 'nothing was sent').toEqual([])
})

test('one that does not open is told and hides no other; equal ones are told', async ({
  browser,
  office,
}) => {
  const { garbage, twin, other, code } = await sendsAll(office)
  const page = await openInbox(browser, office, office.staff)
  await view(page, 'Alla').click()
  const { items } = await inboxOf(office.ask, office.staff).desk()
  await expect(page.locator('[data-request]')).toHaveCount(items.length)
  await expect(await rowOf(page, office, garbage)).toContainText('Går inte att läsa')
  const single = await rowOf(page, office, code)
  await expect(single).not.toContainText('Går inte att läsa')
  await expect(single).not.toContainText('gånger')
  for (const one of [twin, other])
    await expect(await rowOf(page, office, one)).toContainText(/skickad \d+ gånger/)
  await show(page, office, garbage)
  await expect(page.locator('main')).toContainText('Går inte att läsa med din nyckel')
})

test('what opens with no key is set aside, alone or many at once, and taken back', async ({
  browser,
  office,
}) => {
  const [garbage, more] = [await sendsGarbage(office.ask), await sendsGarbage(office.ask)]
  const robot = await sends(office.ask, { how: 'code' }, { via: 'plain', suspect: true })
  const inbox = inboxOf(office.ask, office.staff)
  const page = await openInbox(browser, office, office.staff)
  await show(page, office, garbage)
  await expect(page.getByText('Fråga först dem som redan hade nyckel')).toContainText('Chefen')
  const end = button(page, 'Går inte att öppna med någon nyckel')
  await expect(end, 'not before it is taken').toHaveCount(0)
  await button(page, 'Ta ärendet').click()
  await end.click()
  await expect(page.getByText('Lagt åt sidan. Inget är raderat.')).toBeVisible()
  expect(await inbox.find(garbage)).toMatchObject({ state: 'aside', unseen: false })
  await isClean(page, 'aside')
  await view(page, 'I dag').click()
  await expect(await rowOf(page, office, garbage)).toHaveCount(0)
  await view(page, 'Alla').click()
  await expect(await rowOf(page, office, garbage)).toHaveCount(0)

  await page.getByText(/^Skräp\?/).click()
  const marks = button(page, 'Markera som skräp …')
  await expect(marks).toBeDisabled()
  for (const keys of [more, robot])
    await page.getByLabel(new RegExp(`^${(await inbox.find(keys)).ref}`)).check()
  await marks.click()
  await isClean(page, 'junk')
  await button(page, 'Lägg 2 åt sidan som skräp').click()
  await expect(page.getByText('2 av 2 är lagda åt sidan.')).toBeVisible()
  for (const keys of [more, robot]) {
    expect((await inbox.find(keys)).state).toBe('aside')
    await expect(await rowOf(page, office, keys)).toHaveCount(0)
  }

  await page.getByLabel('Läge').selectOption('aside')
  for (const keys of [garbage, more, robot])
    await expect(await rowOf(page, office, keys)).toBeVisible()
  for (const keys of [garbage, more, robot]) {
    await (await rowOf(page, office, keys)).getByRole('button').click()
    await button(page, 'Ta tillbaka till listan').click()
    await expect(page.getByText('Ärendet ligger i listan igen.')).toBeVisible()
    expect(await inbox.find(keys)).toMatchObject({ state: 'new', unseen: true })
    await button(page, '‹ Tillbaka').click()
  }
})

test('what is said in the first call is seen at once when a case is opened', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, {
    ...byCall,
    number: '0704444444',
    word: 'blå',
    text: sentinel,
  })
  const page = await openInbox(browser, office, office.staff)
  await show(page, office, keys)
  await takeAndOpen(page)
  const script = page.locator('.script')
  await expect(script.getByRole('heading', { name: 'Första samtalet' })).toBeInViewport()
  await expect(script.getByText('0704444444')).toBeInViewport({ ratio: 1 })
  await expect(script.getByText('Säg ordet')).toBeInViewport()
  const before = await page
    .getByRole('heading', { name: 'Det hon skrev' })
    .evaluate((one) => one.getBoundingClientRect().top)
  expect((await script.boundingBox())?.y, 'before what she wrote').toBeLessThan(before)
})

test('where the sign-on has run out it says so, and not that the server is silent', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, { how: 'code' })
  const page = await openInbox(browser, office, office.staff)
  await show(page, office, keys)
  // As the proxy does, to a host that the policy of the page refuses.
  await page.route('**/api/staff**', (route) =>
    route.fulfill({ status: 302, headers: { Location: 'https://login.example/start' } }),
  )
  const words = 'Inloggningen har gått ut. Ladda om sidan och logga in igen.'
  await button(page, 'Ta ärendet').click()
  await expect(page.getByRole('alert')).toContainText(words)
  await expect(page.locator('.warn').filter({ hasText: words })).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Servern svarar inte')
  await view(page, 'Lås').click()
  await unlock(page, await fileOf(office.staff))
  await expect(page.getByRole('alert')).toContainText(words)
})

test('a colleague who looks is not told to call, and a time agreed keeps what is waited for', async ({
  browser,
  office,
}) => {
  const { ask, colleague, staff } = office
  const soon = await sends(ask, { ...byCall, own: 'unsure', until: 'week', late: 'yes' })
  const other = await sends(ask, byCall)
  const inbox = inboxOf(ask, staff)
  const page = await openInbox(browser, office, staff)
  await show(page, office, soon)
  await takeAndOpen(page)
  await button(page, 'Väntar på tolk').click()
  await expect(page.getByText('Noterat: väntar på tolk.')).toBeVisible()
  await page.getByLabel('Nästa tid').fill('2030-01-15T10:00')
  await button(page, 'Spara nästa tid').click()
  await expect(page.getByText('Nästa tid är sparad.')).toBeVisible()
  expect(await inbox.find(soon)).toMatchObject({ state: 'interpreter', next: '2030-01-15T10:00' })
  await view(page, 'I dag').click()
  const row = await rowOf(page, office, soon)
  await expect(row).toContainText('nästa gång tis 15 jan. kl. 10.00 av Asta')
  await expect(row.locator('.safe')).toHaveCount(0)

  await inbox.take(other)
  const theirs = await openInbox(browser, office, colleague)
  for (const keys of [soon, other]) {
    await show(theirs, office, keys)
    await expect(theirs.locator('.verdict')).toContainText('Asta har ärendet')
    await expect(theirs.locator('.verdict.safe')).toHaveCount(0)
  }

  await inbox.read(other)
  const { ref, rev } = await inbox.find(other)
  await inbox.post(`/requests/${ref}/release`, { rev, reason: 'day' })
  await view(theirs, 'I dag').click()
  await refresh(theirs)
  await expect(await rowOf(theirs, office, other)).toContainText('Läst, ingen har den')
})

/** Whether each letter of `after` stands to the right of the one before it, where `before` stands too. */
const readsOn = (page: Page, within: string, before: string, after: string) =>
  page.evaluate(
    ([selector, first, second]) => {
      const place = [...document.querySelectorAll(selector)].find((one) =>
        [first, second].every((text) => one.textContent?.includes(text)),
      )
      if (!place) throw new Error('not there')
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
      while (walk.nextNode()) {
        const node = walk.currentNode as Text
        const start = node.data.indexOf(second)
        if (start === -1) continue
        const boxes = [...second].map((_, at) => {
          const range = document.createRange()
          range.setStart(node, start + at)
          range.setEnd(node, start + at + 1)
          return range.getBoundingClientRect()
        })
        return boxes.every(({ left, top }, at) => {
          const last = boxes[at - 1]
          return !last || last.top !== top || left > last.left
        })
      }
      throw new Error('not in one piece')
    },
    [within, before, after] as const,
  )

test('what she writes is text only, turns no line around, and is neither sent nor stored', async ({
  browser,
  office,
}) => {
  const text = `${sentinel} ${markup} ${override}vänt`
  const keys = await sends(office.ask, {
    ...byCall,
    other: 'ask',
    name: `${sentinel}${override}namn`,
    speaks: `${sentinel}${override}språk`,
    area: 'bromma',
    text,
  })
  const page = await lockedPage(browser, office)
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()))
  })
  const own = new URL(office.origin).origin
  await unlock(page, await fileOf(office.staff))
  await expect(title(page)).toHaveText('I dag')
  await view(page, 'Alla').click()
  await expect(await rowOf(page, office, keys)).toContainText('Bromma')
  expect(await readsOn(page, '.requests p', sentinel, 'Bromma'), 'in the list').toBe(true)
  await show(page, office, keys)
  await button(page, 'Ta ärendet').click()
  await page.getByLabel('Lämna tillbaka?').selectOption('day')
  await button(page, 'Lämna tillbaka').click()
  await takeAndOpen(page)
  await expect(page.locator('.hers').first()).toHaveText(text)
  expect(await readsOn(page, '.script p', sentinel, 'Säg inget mer'), 'in the script').toBe(true)
  await expect(page.locator('main img')).toHaveCount(0)

  await page.getByLabel('Språk', { exact: true }).selectOption('sv')
  await page.getByLabel('Text', { exact: true }).fill(`Svar <b>${sentinel}</b>`)
  await button(page, 'Skicka svaret').click()
  await expect(page.locator('.letters')).toContainText(`Svar <b>${sentinel}</b>`)
  await page.getByLabel(/^Diarienummer/).fill('Koltrast <7>')
  const download = page.waitForEvent('download')
  await button(page, 'Ladda ner ärendet').click()
  const html = readFileSync(await (await download).path(), 'utf8')
  expect(html).toContain('&lt;img src=x')
  expect(html).not.toContain('<img')
  expect(html).toContain(`Svar &lt;b&gt;${sentinel}&lt;/b&gt;`)
  expect(html).toContain('Koltrast &lt;7&gt;')
  expect(html).toContain('öppnade texten')
  expect(html, 'the detail of the log').toContain('<td>Jag hinner inte i dag')
  expect(html).toContain('skrev ut för verksamhetssystemet')

  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  const wire = sent.join('\n')
  expect(wire, 'the check sees what is sent').toContain('"rev"')
  for (const secret of [sentinel, keys.code, passphrase, 'Koltrast', 'AGE-SECRET'])
    expect(wire).not.toContain(secret)
  expect(sent.filter((one) => one.startsWith('http') && new URL(one).origin !== own)).toEqual([])
  expect(await stored(page)).toEqual([])

  const exported = await browser.newPage()
  await exported.setContent(html)
  await expect(exported.locator('img, script, b')).toHaveCount(0)
  await expect(exported.locator('body')).toContainText(text)
  expect(await exported.evaluate(() => 'ran' in window)).toBe(false)
  expect(await readsOn(exported, 'body', sentinel, 'Sekretess')).toBe(true)
})

/** Names of everything the page has left in the browser. */
const stored = async (page: Page): Promise<string[]> => {
  const inPage = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...('caches' in window ? await caches.keys() : []),
    history.length > 2 ? 'history' : '',
    location.hash + location.search,
  ])
  const cookies = await page.context().cookies()
  return [...inPage, ...cookies.map(({ name }) => name)].filter((one) => one !== '')
}

test('the checks see a line that is turned around, and what is stored', async ({
  browser,
  office,
}) => {
  const page = await lockedPage(browser, office)
  await page.evaluate((text) => {
    const line = document.createElement('p')
    line.className = 'turned'
    line.textContent = text
    document.querySelector('main')?.append(line)
    localStorage.setItem('a', '1')
    sessionStorage.setItem('b', '1')
    document.cookie = 'c=1'
  }, `${sentinel}${override} Bromma`)
  expect(await readsOn(page, '.turned', sentinel, 'Bromma')).toBe(false)
  expect(await stored(page)).toEqual(['a', 'b', 'c'])
})

test('a manager lets a new key in, makes the old readable for it, and removes it', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, { how: 'code', text: `${sentinel} före` })
  const newcomer = await lockedPage(browser, office)
  await newcomer.getByText('Jag har ingen nyckel än').click()
  await newcomer.getByLabel(/^Ditt namn/).fill('Disa')
  await button(newcomer, 'Gör en nyckel').click()
  const secret = await newcomer.locator('.big').innerText(slow)
  await expect(button(newcomer, 'Lösenordet står på papper')).toBeDisabled()
  const download = newcomer.waitForEvent('download')
  await button(newcomer, 'Ladda ner nyckelfilen').click()
  const file = readFileSync(await (await download).path(), 'utf8')
  await button(newcomer, 'Lösenordet står på papper').click()
  expect(await newcomer.content(), 'the password is gone').not.toContain(secret)
  const application = await newcomer.getByLabel('Ansökan för Disa').inputValue()
  await unlock(newcomer, file, secret)
  await expect(newcomer.getByRole('alert'), 'not let in yet').toContainText('inte insläppt', slow)

  const page = await openInbox(browser, office, office.manager)
  await view(page, 'Personal').click()
  const control = await newcomer.locator('[data-control]').innerText()
  expect(control).toMatch(/^([A-Z]{4} ){3}[A-Z]{4}$/)
  const { admission: another } = await makeKey('Disa')
  await page.getByLabel('Ansökan', { exact: true }).fill(JSON.stringify(another))
  await expect(page.locator('[data-control]'), 'another key').toBeVisible()
  await expect(page.locator('[data-control]')).not.toHaveText(control)
  await page.getByLabel('Ansökan', { exact: true }).fill(application)
  await expect(page.locator('[data-control]')).toHaveText(control)
  await page.getByLabel('Roll', { exact: true }).selectOption('staff')
  await button(page, 'Släpp in').click()
  await expect(page.getByText('Disa är insläppt.')).toBeVisible()

  await button(newcomer, /^Öppna$/).click()
  await expect(title(newcomer)).toHaveText('I dag', slow)
  await view(newcomer, 'Alla').click()
  const row = await rowOf(newcomer, office, keys)
  await expect(row, 'sealed before there was a key').toContainText('Går inte att läsa')
  await button(page, /^Gör gamla förfrågningar läsbara/).click()
  await expect(page.getByText('Klart. Alla som är insläppta')).toBeVisible(slow)
  await refresh(newcomer)
  await expect(row).not.toContainText('Går inte att läsa')
  await row.getByRole('button').click()
  await takeAndOpen(newcomer)
  await expect(newcomer.getByText(`${sentinel} före`)).toBeVisible()
  await expect(newcomer.getByText('Så stod det förut'), 'not a change of hers').toHaveCount(0)

  await view(newcomer, 'Personal').click()
  await expect(newcomer.getByRole('heading', { name: 'Kollegor' })).toBeVisible()
  const managers = ['Släpp in en kollega', 'Gamla förfrågningar', 'Dagar då ingen läser']
  for (const name of managers) {
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await expect(newcomer.getByRole('heading', { name })).toHaveCount(0)
  }
  await expect(view(page, 'Logg')).toBeVisible()
  await expect(view(newcomer, 'Logg')).toHaveCount(0)
  await expect(button(newcomer, /^Ta bort/)).toHaveCount(0)

  await button(page, 'Ta bort Disa').click()
  await button(page, 'Ta bort Disa nu').click()
  await expect(page.getByText('Disa är borttagen.')).toBeVisible()
  await newcomer.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(newcomer.getByText('Din nyckel gäller inte längre.')).toBeVisible()
  expect(await newcomer.content()).not.toContain(sentinel)
  expect((await inboxOf(office.ask, office.manager).find(keys)).takenBy).toBeNull()
})

test('it locks itself after ten minutes without a touch, and nothing of hers is left', async ({
  browser,
  office,
}) => {
  const keys = await sends(office.ask, { ...byCall, name: sentinel, text: `${sentinel} öppen` })
  const { ref } = await inboxOf(office.ask, office.staff).find(keys)
  const context = await browser.newContext({ viewport: desktop })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${office.origin}/inkorg/`)
  await unlock(page, await fileOf(office.staff))
  await expect(title(page)).toHaveText('I dag')
  await show(page, office, keys)
  await takeAndOpen(page)
  await page.getByLabel('Text', { exact: true }).fill(`${sentinel} påbörjat`)
  await page.clock.fastForward('09:30')
  await page.mouse.move(200, 200)
  await page.clock.fastForward('09:30')
  await expect(title(page), 'touched meanwhile').toHaveText(/^Ärende/)
  const open = await page.content()
  for (const hers of [sentinel, ref]) expect(open).toContain(hers)
  await page.clock.fastForward('01:00')
  await expect(page.getByText('ingen har rört den på tio minuter')).toBeVisible()
  const locked = await page.content()
  for (const hers of [sentinel, ref, '0701234567']) expect(locked).not.toContain(hers)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.clock.fastForward('05:00')
  expect(asked, 'asks for nothing while locked').toEqual([])
  await unlock(page, await fileOf(office.staff))
  await show(page, office, keys)
  await button(page, 'Öppna det hon skrev').click()
  await expect(page.getByLabel('Text', { exact: true }), 'the draft too').toHaveValue('')
})

test('locked while its key is being changed, it stays locked', async ({ browser, office }) => {
  const { key, admission } = await makeKey('Elsa')
  const { post } = inboxOf(office.ask, office.manager)
  expect((await post('/people', { ...admission, role: 'staff' })).status).toBe(204)
  const page = await openInbox(browser, office, key)
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/staff/key', async (route) => {
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  await view(page, 'Min nyckel').click()
  await button(page, 'Byt nyckel').click()
  await button(page, 'Gör en nyckel').click()
  await button(page, 'Ladda ner nyckelfilen').click(slow)
  await button(page, 'Lösenordet står på papper').click()
  await expect(page.getByText('Byter nyckel')).toBeVisible()
  await view(page, 'Lås').click()
  await expect(page.getByLabel('Nyckelfil')).toBeVisible()
  const done = page.waitForResponse('**/api/staff/key')
  answer()
  await (await done).finished()
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
  await expect(page.getByLabel('Nyckelfil')).toBeVisible()
  await expect(page.locator('.views')).toHaveCount(0)
})

test('figures show no number from one to four', async ({ browser, office }) => {
  for (let sent = 0; sent < 6; sent++) await sends(office.ask, { how: 'code' })
  for (let sent = 0; sent < 2; sent++) await sends(office.ask, { how: 'herself', area: 'solna' })
  const page = await openInbox(browser, office, office.staff)
  await view(page, 'Siffror').click()
  const { items } = await inboxOf(office.ask, office.staff).desk()
  await expect(page.getByRole('table').first()).toBeVisible()
  const cells = await page.locator('td').allInnerTexts()
  expect(cells.length).toBeGreaterThan(20)
  for (const cell of cells)
    expect(cell).toMatch(/^(0|[5-9]|[1-9]\d+|färre än 5|dolt|minst [1-9]\d*)$/)
  expect(cells, 'it counts').toContain(String(items.length))
  expect(cells, 'there was something to hide').toContain('färre än 5')
})
