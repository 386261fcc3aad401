/** The form and the code page where the world is against her: no mouse, no script, no network. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test as base, type Page, type Route } from '@playwright/test'

import words from '../../content/contact/sv.json' with { type: 'json' }
import { makeCode } from '../../src/contact/code.ts'
import {
  codeOn,
  countOf,
  fillText,
  giveCode,
  hurry,
  next,
  received,
  replyTo,
  startOffice,
  submit,
  wakeForm,
  writeText,
} from '../harness/contact-page.ts'
import { barriers } from '../harness/barriers.ts'
import { send } from '../harness/contact.ts'
import type { Office } from '../harness/hosts.ts'

const portOf = (workerIndex: number) =>
  Number(process.env['TEST_PORT'] ?? 4380) + 60 + 2 * (workerIndex % 20)

/** One office a worker process; its requests are counted, so its tests come one after another. */
const test = base.extend<object, { office: Office }>({
  office: [
    async ({}, use, { workerIndex }) => {
      const office = await startOffice(portOf(workerIndex))
      await use(office)
      await office.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ office }, use) => use(office.origin),
})

test.use({ viewport: { width: 360, height: 740 } })

/** What is wrong with a form as it stands, for the eye and for aids. @param part of the page */
async function faults(page: Page, part = '[data-contact-place]'): Promise<unknown[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    return scrollWidth > innerWidth ? [`${scrollWidth} wide`] : []
  })
  return [...(await barriers(page, part)), ...wide]
}

/** Measures states in turn, every other one in dark. */
function auditor(page: Page) {
  let dark = false
  return async (state: string, part?: string) => {
    dark = !dark
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    expect(await faults(page, part), `${state}, ${dark ? 'dark' : 'light'}`).toEqual([])
  }
}

test('the check of a state sees a field without a name, and what is too wide', async ({ page }) => {
  await wakeForm(page)
  expect(await faults(page)).toEqual([])
  await page.locator('form[data-contact]').evaluate((form) => {
    const field = document.createElement('input')
    field.style.width = '400px'
    form.append(field)
  })
  const seen = JSON.stringify(await faults(page))
  expect(seen).toContain('"label"')
  expect(seen).toContain('wide')
})

test('every step of the form by way of a call is reachable to all and fits a phone', async ({
  page,
}) => {
  const audit = auditor(page)
  await wakeForm(page)
  await audit('how')
  for (const step of ['whom', 'phone']) {
    await next(page, step)
    await audit(step)
  }
  await page.locator('[name=own][value=no]').check()
  await page.locator('[name=number]').fill('0701234567')
  await audit('the phone is not hers alone')
  await next(page, 'when')
  await page.locator('[name=days]').first().check()
  await expect(page.getByText(words['when.both'])).toBeVisible()
  await page.locator('[name=hours]').first().check()
  await expect(page.getByText(words['when.both'])).toBeHidden()
  await page.locator('[name=until][value=date]').check()
  await expect(page.locator('[name=untilDate]')).toBeVisible()
  await page.locator('[data-next]').click()
  await expect(page.locator('[role=alert]')).toContainText(words['error.dateMissing'])
  await audit('the day is missing')
  await page.locator('[name=untilDate]').fill('2099-01-31')
  await audit('when')
  await next(page, 'call')
  await page.locator('[name=other][value=ask]').check()
  await page.locator('[data-next]').click()
  await expect(page.locator('[role=alert]')).toContainText(words['error.nameMissing'])
  await audit('whom to ask for is missing')
  await page.locator('[name=name]').fill('Sol')
  for (const step of ['word', 'you']) {
    await next(page, step)
    await audit(step)
  }
  await expect(page.locator('[name=name]'), 'her name is asked once').toBeHidden()
  await page.locator('[name=soon]').first().check()
  await expect(page.locator('[name=soonDate]')).toBeVisible()
  await audit('something happens soon')
  await next(page, 'language')
  await audit('language')
  await next(page, 'text')
  await page.locator('[name=text]').fill('Ord\n\n'.repeat(20) + 'o'.repeat(300))
  await audit('text')
  await next(page, 'send')
  for (const said of ['0701234567', '31 januari 2099', 'Sol'])
    await expect(page.locator('.look')).toContainText(said)
  await audit('looked through', 'html')
  await page.route('/api/requests', (route) =>
    route.fulfill({ status: 503, json: { why: 'full' } }),
  )
  await submit(page)
  await expect(page.locator('[role=alert]')).toContainText(words['failed.title'])
  await audit('not sent', 'html')
  await page.unroute('/api/requests')
  await page.route('/api/requests', abort)
  await submit(page)
  await expect(page.locator('[data-code-perhaps]')).toBeVisible({ timeout: 10_000 })
  await audit('nobody knows', 'html')
  await page.unroute('/api/requests')
  await submit(page)
  await codeOn(page)
  await audit('sent', 'html')
})

test('mistakes, the short way and the code page are reachable to all and fit a phone', async ({
  page,
  office,
}) => {
  const audit = auditor(page)
  await page.goto('/sv/kontakt/')
  await page.locator('[data-next]').click()
  await expect(page.locator('[role=alert]')).toBeFocused()
  await audit('no way is chosen')
  await page.locator('.nav button', { hasText: words['form.short'] }).click()
  await page.locator('[data-how=sms]').check()
  await audit('short')
  await page.locator('[name=number]').fill('07')
  await page.locator('[name=speaks]').fill('s'.repeat(80))
  await submit(page)
  await expect(page.locator('[role=alert] li')).toHaveCount(2)
  await audit('short, with mistakes')

  const { code } = await send(office.ask, { how: 'code' })
  await page.goto('/sv/svar/')
  await page.locator('[name=code]').focus()
  await expect(page.locator('form[data-live]')).toBeVisible()
  await audit('code page')
  await giveCode(page, `${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`)
  await expect(page.getByText(words['reply.digit'])).toBeVisible()
  await audit('a digit is wrong')
  await giveCode(page, makeCode())
  await expect(page.getByText(words['reply.noneNoPhone'])).toBeVisible()
  await audit('nothing to show')
  await replyTo(office, code, 'Vi har läst.\n\n' + 'o'.repeat(300))
  await giveCode(page, code)
  await expect(page.getByText('Vi har läst.')).toBeVisible()
  await page.locator('[value=answer]').click()
  await expect(page.locator('#answer-wrong')).toBeVisible()
  await audit('a reply, and an empty answer')
  await giveCode(page, code, 'withdraw')
  await expect(page.getByText(words['withdraw.doneNoPhone'])).toBeVisible()
  await audit('withdrawn', 'html')
})

test('in Arabic the form and a reply are reachable to all and fit a phone', async ({
  page,
  office,
}) => {
  const audit = auditor(page)
  await wakeForm(page, 'call', 'ar')
  await audit('how')
  await next(page, 'whom')
  await next(page, 'phone')
  await page.locator('[name=number]').fill('+٤٦٧٠١٢٣٤٥٦٧')
  await next(page, 'when')
  for (const name of ['days', 'hours']) await page.locator(`[name=${name}]`).first().check()
  await audit('when')
  for (const step of ['call', 'word', 'you', 'language', 'text', 'send']) await next(page, step)
  // Digits stand as they are dialled, and hours from first to last.
  for (const said of ['+46701234567', '8–10'])
    await expect(page.locator('.look bdi[dir=ltr]', { hasText: said })).toHaveText(said)
  await audit('looked through', 'html')
  await submit(page)
  const code = await codeOn(page)
  await audit('sent', 'html')
  await replyTo(office, code, 'Vi har läst.')
  await page.goto('/ar/svar/')
  await giveCode(page, code)
  await expect(page.getByText('Vi har läst.')).toBeVisible()
  await audit('a reply', 'html')
})

/** Whether she sees where she is: what has focus is on the screen, beside the bar, and is marked. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const bar = document.querySelector('.bar')!
    if (!focused || focused === document.body) return 'nothing has focus'
    if (bar.contains(focused)) return ''
    const [a, b] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()]
    const [top, bottom] = b.top > 0 ? [0, b.top] : [b.bottom, innerHeight]
    const part = Math.min(a.bottom, bottom) - Math.max(a.top, top)
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    const marked = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    // What only receives focus so that it is read aloud has no mark of its own.
    if (!marked && focused.getAttribute('tabindex') !== '-1') return 'not marked'
    return part >= Math.min(a.height, 22) - 1 ? '' : `${part} of ${a.height} px are seen`
  })

/** Presses until something has focus, and looks where focus is each time. */
async function pressTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.locator(`${selector}:focus`).count()) return
    await page.keyboard.press(key)
    expect(
      await seen(page),
      await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120)),
    ).toBe('')
  }
  throw new Error(`${key} never comes to ${selector}`)
}

for (const [width, height] of [
  [360, 740],
  // A desktop window of 1280 × 1024 at 400 %.
  [320, 256],
] as const)
  test(`by keyboard alone, from the first Tab to the code, on ${width} × ${height}`, async ({
    page,
    office,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/sv/kontakt/')
    const { keyboard } = page
    const goOn = async (step: string) => {
      await pressTo(page, '[data-next]')
      await keyboard.press('Enter')
      await expect(page.locator(`[data-step=${step}]`)).toBeFocused()
      expect(await seen(page), step).toBe('')
    }
    await pressTo(page, '.skip')
    await keyboard.press('Enter')
    await pressTo(page, '[data-how]')
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    await expect(page.locator('[data-how=sms]')).toBeChecked()
    await expect(page.locator('form[data-live]')).toBeVisible()
    await goOn('whom')
    await pressTo(page, '[name=whom]')
    await keyboard.press('Space')
    await goOn('phone')
    // Past the number, and back to it when she is told that it is missing.
    await pressTo(page, '[data-next]')
    await keyboard.press('Enter')
    await expect(page.locator('[role=alert]')).toBeFocused()
    await pressTo(page, '[role=alert] a')
    await keyboard.press('Enter')
    await expect(page.locator('[name=number]')).toBeFocused()
    expect(await seen(page)).toBe('')
    await keyboard.type('0701234567')
    await goOn('when')
    await pressTo(page, '[name=days]')
    await keyboard.press('Space')
    await goOn('you')
    await pressTo(page, '[data-next]')
    await pressTo(page, '[name=name]', 'Shift+Tab')
    await keyboard.type('Sol')
    await goOn('language')
    await goOn('text')
    await pressTo(page, '[name=text]')
    await keyboard.type('Hej')
    await goOn('send')
    await pressTo(page, '[data-step=send] [type=submit]')
    await keyboard.press('Enter')
    const code = await codeOn(page)
    await expect(page.locator('.sent')).toBeFocused()
    expect(await received(office, code)).toMatchObject({
      via: 'sealed',
      request: { how: 'sms', whom: 'self', number: '0701234567', days: ['mon'], name: 'Sol' },
    })
  })

test('the check of focus sees what is behind the bar, and what is not marked', async ({ page }) => {
  await wakeForm(page)
  await page.keyboard.press('Tab')
  await page.evaluate(() => {
    const { style } = document.activeElement as HTMLElement
    style.position = 'fixed'
    style.insetBlockEnd = '0'
  })
  expect(await seen(page)).toContain('px are seen')
  await page.evaluate(() => ((document.activeElement as HTMLElement).style.outline = 'none'))
  expect(await seen(page)).toBe('not marked')
})

const abort = (route: Route) => route.abort()

/** What keeps the script of the form from coming. */
const scriptless: Record<string, (page: Page) => Promise<unknown>> = {
  'its script is blocked': (page) => page.route('/app/form.js', abort),
  'its script is not there': (page) =>
    page.route('/app/form.js', (route) => route.fulfill({ status: 404 })),
  'its script is broken': (page) =>
    page.route('/app/form.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'export const start = (' }),
    ),
  'its words are blocked': (page) => page.route('/app/form.sv.json', abort),
  'its words are broken': (page) =>
    page.route('/app/form.sv.json', (route) => route.fulfill({ body: '{' })),
}

for (const [what, hinder] of Object.entries(scriptless))
  test(`where ${what}, the form is sent as plain HTML, and the first tap counts`, async ({
    page,
    office,
  }) => {
    await hinder(page)
    await page.goto('/sv/kontakt/')
    await page.locator('[data-how=code]').check()
    await expect(page.locator('form[data-plain]')).toBeVisible()
    await expect(page.locator('[data-how=code]')).toBeChecked()
    await page.locator('[name=text]').fill(`Utan: ${what}`)
    await submit(page)
    expect(await received(office, await codeOn(page))).toEqual({
      via: 'plain',
      request: { how: 'code', text: `Utan: ${what}` },
    })
  })

test('a script that comes late finds all she has typed, and the first tap', async ({
  page,
  office,
}) => {
  let come = () => {}
  const late = new Promise<void>((resolve) => (come = resolve))
  await page.route('/app/form.js', async (route) => {
    await late
    await route.continue()
  })
  await page.goto('/sv/kontakt/')
  await page.locator('[data-how=sms]').check()
  await page.locator('[data-how=herself]').check()
  await page.locator('[data-next]').click()
  await expect(page.locator('[data-step=how][data-now]')).toBeVisible()
  // The button she pressed meanwhile waits, says so, and is obeyed.
  await expect(page.locator('[data-next]')).toHaveAttribute('aria-busy', 'true')
  await barriers(page, '.nav').then((seen) => expect(seen).toEqual([]))
  come()
  await expect(page.locator('[data-step=whom][data-now]')).toBeVisible()
  await expect(page.locator('[aria-busy]')).toHaveCount(0)
  for (const step of ['you', 'language', 'text', 'send']) await next(page, step)
  await submit(page)
  expect(await received(office, await codeOn(page))).toEqual({
    via: 'sealed',
    request: { how: 'herself' },
  })
})

test('a script that comes too late leaves the plain form alone, with all she has typed', async ({
  page,
  office,
}) => {
  let come = () => {}
  const late = new Promise<void>((resolve) => (come = resolve))
  await page.clock.install()
  await page.route('/app/form.js', async (route) => {
    await late
    await route.continue()
  })
  await page.goto('/sv/kontakt/')
  await page.locator('[data-how=code]').check()
  await page.clock.fastForward(10_001)
  await expect(page.locator('form[data-plain]')).toBeVisible()
  await page.locator('[name=text]').fill('Innan det kom')
  const words = page.waitForResponse('/app/form.sv.json')
  come()
  await (await words).finished()
  await page.locator('[name=name]').fill('Efter')
  await expect(page.locator('form[data-plain]')).toBeVisible()
  await submit(page)
  expect(await received(office, await codeOn(page))).toEqual({
    via: 'plain',
    request: { how: 'code', name: 'Efter', text: 'Innan det kom' },
  })
})

test('where no Worker starts, the page seals by itself', async ({ page, office }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined })
  })
  await writeText(page, 'Utan Worker')
  await submit(page)
  const code = await codeOn(page)
  expect(await received(office, code)).toMatchObject({ via: 'sealed', request: { how: 'code' } })
})

/** Takes away what browsers have learnt since ES2022; without a Worker, which would keep it. */
const forget = () => {
  const newer = {
    Worker: [window, 'Worker'],
    arrays: [Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with', 'findLast'],
    bytes: [Uint8Array.prototype, 'toBase64', 'toHex', 'toSorted', 'toReversed', 'with'],
    text: [String.prototype, 'isWellFormed', 'toWellFormed'],
    sets: [Set.prototype, 'union', 'difference', 'intersection', 'isSubsetOf'],
    groups: [Object, 'groupBy'],
    promises: [Promise, 'withResolvers', 'try'],
    signals: [AbortSignal, 'timeout', 'any'],
  } satisfies Record<string, [object, ...string[]]>
  for (const [where, ...names] of Object.values(newer))
    for (const name of names) Object.defineProperty(where, name, { value: undefined })
  // Curves came to browsers’ own cryptography late.
  for (const deed of ['generateKey', 'importKey'] as const) {
    const own = SubtleCrypto.prototype[deed] as (...given: unknown[]) => Promise<unknown>
    Object.defineProperty(SubtleCrypto.prototype, deed, {
      value(this: SubtleCrypto, ...given: unknown[]) {
        return JSON.stringify(given).includes('X25519')
          ? Promise.reject(new DOMException('no such curve', 'NotSupportedError'))
          : own.apply(this, given)
      },
    })
  }
}

test('a browser that has learnt nothing since ES2022 seals and sends', async ({ page, office }) => {
  await page.addInitScript(forget)
  const broken: string[] = []
  page.on('pageerror', ({ message }) => broken.push(message))
  await wakeForm(page, 'code')
  await page.locator('[data-next]').click()
  expect(broken).toEqual([])
  await page.locator('.nav button').nth(1).click()
  await fillText(page, 'Gammal telefon')
  await submit(page)
  expect(await received(office, await codeOn(page))).toMatchObject({ via: 'sealed' })
})

test('what cannot be sealed goes the way without JavaScript, and staff see that', async ({
  page,
  office,
}) => {
  await page.route('/app/seal.js', abort)
  await writeText(page, 'Kan inte förseglas')
  await submit(page)
  expect(await received(office, await codeOn(page))).toEqual({
    via: 'plain',
    request: { how: 'code', text: 'Kan inte förseglas' },
  })
})

/** She is told that nothing was sent, why and whom to ring; her text is still there. */
async function isNotSent(page: Page, why: keyof typeof words, text: string): Promise<void> {
  const alert = page.locator('[role=alert]')
  await expect(alert).toContainText(words['failed.title'], { timeout: 20_000 })
  await expect(alert).toContainText(words[why])
  await expect(alert.locator('a[href^="tel:"]')).not.toHaveCount(0)
  await expect(alert).toBeFocused()
  await expect(page.locator('.look')).toContainText(text)
  await expect(page.locator('[name=text]')).toHaveValue(text)
}

/**
 * She is told that nobody knows whether it arrived, never that it is not sent; her text is there,
 * and the code it would have.
 */
async function isUnsure(page: Page, text: string): Promise<string> {
  const alert = page.locator('[role=alert]')
  for (const key of ['unsureTitle', 'unsure', 'once'] as const)
    await expect(alert).toContainText(words[`failed.${key}`], { timeout: 20_000 })
  await expect(alert).not.toContainText(words['failed.title'])
  await expect(alert.locator('a[href^="tel:"]')).not.toHaveCount(0)
  await expect(alert).toBeFocused()
  await expect(page.locator('[name=text]')).toHaveValue(text)
  return (await alert.locator('[data-code-perhaps]').innerText()).replaceAll(' ', '')
}

/** The ids under which requests were put. */
function idsPut(page: Page): string[] {
  const ids: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') ids.push((request.postDataJSON() as { id: string }).id)
  })
  return ids
}

test('where the server’s state cannot be had, she is told, and sends when it can', async ({
  page,
  office,
}) => {
  await hurry(page)
  await page.route('/api/form', abort)
  await writeText(page, 'Utan besked')
  await submit(page)
  await isNotSent(page, 'failed.network', 'Utan besked')
  await page.unroute('/api/form')
  await submit(page)
  const got = await received(office, await codeOn(page))
  expect(got).toEqual({ via: 'sealed', request: { how: 'code', text: 'Utan besked' } })
})

test('without network nothing is lost, and trying again sends once, under the same code', async ({
  page,
  context,
  office,
}) => {
  const before = await countOf(office)
  const ids = idsPut(page)
  await hurry(page)
  await page.route('/api/requests', abort)
  await writeText(page, 'Utan nät')
  await submit(page)
  const perhaps = await isUnsure(page, 'Utan nät')
  await page.unroute('/api/requests')
  await context.setOffline(true)
  await submit(page)
  expect(await isUnsure(page, 'Utan nät')).toBe(perhaps)
  expect(await countOf(office)).toBe(before)
  await context.setOffline(false)
  await submit(page)
  const code = await codeOn(page)
  expect(code).toBe(perhaps)
  const { request } = await received(office, code)
  expect(request).toEqual({ how: 'code', text: 'Utan nät' })
  expect(await countOf(office)).toBe(before + 1)
  expect(ids.length).toBeGreaterThan(2)
  expect(new Set(ids).size).toBe(1)
})

test('what arrived though every acknowledgement was lost is not called «not sent», and can be withdrawn', async ({
  page,
  office,
}) => {
  const before = await countOf(office)
  await hurry(page)
  await page.route('/api/requests', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await writeText(page, 'Kom fram')
  await submit(page)
  const code = await isUnsure(page, 'Kom fram')
  expect(await countOf(office)).toBe(before + 1)
  expect((await received(office, code)).request.text).toBe('Kom fram')
  await page.goto('/sv/svar/')
  await giveCode(page, code, 'withdraw')
  await expect(page.getByText(words['withdraw.doneNoPhone'])).toBeVisible()
})

test('where the server seals in her stead and is cut off, her text stays and nothing is promised', async ({
  page,
}) => {
  await page.route('/app/seal.js', abort)
  await writeText(page, 'Kan inte förseglas')
  await page.route('/sv/kontakt/', abort)
  await submit(page)
  const alert = page.locator('[role=alert]')
  await expect(alert).toContainText(words['failed.unsureTitle'])
  await expect(alert).not.toContainText(words['failed.once'])
  await expect(page.locator('[name=text]')).toHaveValue('Kan inte förseglas')
})

test('without network from the first letter on, nothing is lost either', async ({
  page,
  context,
  office,
}) => {
  await hurry(page)
  await wakeForm(page, 'code')
  await context.setOffline(true)
  await fillText(page, 'Aldrig nät')
  await submit(page)
  await isNotSent(page, 'failed.network', 'Aldrig nät')
  await context.setOffline(false)
  await submit(page)
  const { request, via } = await received(office, await codeOn(page))
  expect({ text: request.text, via }).toEqual({ text: 'Aldrig nät', via: 'sealed' })
})

test('an acknowledgement that is lost on its way makes no second request', async ({
  page,
  office,
}) => {
  const before = await countOf(office)
  const ids = idsPut(page)
  await page.route(
    '/api/requests',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await writeText(page, 'Två gånger')
  await submit(page)
  await received(office, await codeOn(page))
  expect(ids).toHaveLength(2)
  expect(await countOf(office)).toBe(before + 1)
})

test('a server that is full says so, and what she wrote is kept', async ({ page, office }) => {
  const before = await countOf(office)
  await page.route('/api/requests', (route) =>
    route.fulfill({ status: 503, json: { why: 'full' } }),
  )
  await writeText(page, 'Fullt')
  await submit(page)
  await isNotSent(page, 'failed.full', 'Fullt')
  expect(await countOf(office)).toBe(before)
})

test('a changed set of recipients is sealed to anew, and it arrives once', async ({
  page,
  office,
}) => {
  const before = await countOf(office)
  const ids = idsPut(page)
  await page.route('/api/requests', (route) => route.fulfill({ status: 409 }), { times: 1 })
  await writeText(page, 'Ny mottagare')
  await submit(page)
  const { request } = await received(office, await codeOn(page))
  expect(request.text).toBe('Ny mottagare')
  expect(ids).toHaveLength(2)
  expect(await countOf(office)).toBe(before + 1)
})

test('under pressure work is asked for and done, and it arrives, also where a Worker once failed', async ({
  page,
}, { workerIndex }) => {
  // At most one request in ten minutes is calm: after it, every next one is asked for work.
  const pressed = await startOffice(portOf(workerIndex) + 1, { CALM: '0.5' })
  try {
    await send(pressed.ask, { how: 'code' })
    const needed: number[] = []
    await page.route('/app/seal.js', abort, { times: 1 })
    page.on('response', (answer) => answer.status() === 428 && needed.push(answer.status()))
    await page.goto(`${pressed.origin}/sv/kontakt/`)
    await page.locator('[data-how=code]').check()
    await expect(page.locator('form[data-live]')).toBeVisible()
    await fillText(page, 'Trångt')
    await submit(page)
    expect(await received(pressed, await codeOn(page))).toMatchObject({ via: 'sealed' })
    expect(needed).toEqual([428])
  } finally {
    await pressed.stop()
  }
})

test('without network nobody knows whether it is withdrawn, and she is told', async ({
  page,
  context,
  office,
}) => {
  await hurry(page)
  const { code } = await send(office.ask, { how: 'code' })
  await page.goto('/sv/svar/')
  await page.locator('[name=code]').fill(code)
  await expect(page.locator('form[data-live]')).toBeVisible()
  await context.setOffline(true)
  await giveCode(page, code, 'withdraw')
  await expect(page.locator('[role=alert]')).toContainText(words['withdraw.unsure'])
  await expect(page.locator('[name=code]')).toHaveValue(code)
  await context.setOffline(false)
  await page.locator('[value=withdraw]').click()
  await expect(page.getByText(words['withdraw.doneNoPhone'])).toBeVisible()
  await expect(page.locator('[name=code]')).toHaveValue('')
})

test('an answer that is not acknowledged is perhaps there, one that is refused is not', async ({
  page,
  office,
}) => {
  await hurry(page)
  const { code } = await send(office.ask, { how: 'code' })
  await replyTo(office, code, 'Vi har läst.')
  await page.goto('/sv/svar/')
  await giveCode(page, code)
  await page.locator('[name=answer]').fill('Tack')
  const alert = page.locator('[role=alert]')
  await page.route('/api/answers', (route) => route.fulfill({ status: 503, json: {} }))
  await page.locator('[value=answer]').click()
  await expect(alert).toContainText(words['answer.failed'])
  await page.unroute('/api/answers')
  await page.route('/api/answers', abort)
  await page.locator('[value=answer]').click()
  await expect(alert).toContainText(words['answer.unsure'], { timeout: 10_000 })
  await expect(page.locator('[name=answer]')).toHaveValue('Tack')
})

/** What stands in the text fields of a page, and what is ticked that is not so from the start. */
const standing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('[data-contact-place] :is(input,textarea)')]
      .filter(({ type, checked, defaultChecked, value }) =>
        /radio|checkbox/.test(type) ? checked && !defaultChecked : value !== '',
      )
      .map(({ name }) => name),
  )

for (const live of [true, false])
  test(`back and forward show ${live ? 'the form' : 'the plain form'} empty again`, async ({
    page,
  }) => {
    if (!live) await page.route('/app/form.js', abort)
    await page.goto('/sv/stod/')
    await page.goto('/sv/kontakt/')
    await page.locator('[data-how=code]').check()
    await expect(page.locator(live ? 'form[data-live]' : 'form[data-plain]')).toBeVisible()
    if (live) for (const step of ['whom', 'you', 'language', 'text']) await next(page, step)
    await page.locator('[name=text]').fill('Zebrafink')
    expect(await standing(page)).toEqual(['how', 'text'])
    await page.goBack()
    await page.goForward()
    await page.locator('form[data-contact]').waitFor()
    expect(await standing(page)).toEqual([])
    expect(await page.content()).not.toContain('Zebrafink')
  })

test('the way back in the bar goes one step back, and leaves only from the first question', async ({
  page,
}) => {
  await page.goto('/sv/')
  await page.locator('nav a[href="/sv/kontakt/"]').click()
  await page.locator('[data-how=sms]').check()
  await expect(page.locator('form[data-live]')).toBeVisible()
  const at = (step: string) => expect(page.locator(`[data-step=${step}][data-now]`)).toBeVisible()
  const back = page.locator('[data-previous]')
  for (const step of ['whom', 'phone']) {
    await page.locator('[data-next]').click()
    await at(step)
  }
  await page.locator('[name=number]').fill('0701234567')
  await back.click()
  await at('whom')
  await page.locator('[data-next]').click()
  await expect(page.locator('[name=number]')).toHaveValue('0701234567')
  for (const step of ['whom', 'how']) {
    await back.click()
    await at(step)
  }
  // From there it would take away the number: she is asked, and may stay.
  await back.click()
  await expect(page.locator('.leaving')).toBeFocused()
  await page.locator('[data-stay]').click()
  for (const step of ['whom', 'phone']) await next(page, step)
  await expect(page.locator('[name=number]')).toHaveValue('0701234567')
  for (const step of ['whom', 'how']) {
    await back.click()
    await at(step)
  }
  await back.click()
  await page.locator('[data-go]').click()
  await expect(page.locator('form[data-contact]'), 'the page before').toHaveCount(0)
})

test('a link asks before it takes away what is written, the exit and an empty form never', async ({
  page,
}) => {
  const away = page.locator('header a[href="/sv/stod/"]')
  await wakeForm(page, 'code')
  await away.click()
  await expect(page.locator('form[data-contact]'), 'nothing is lost').toHaveCount(0)
  await writeText(page, 'Zebrafink')
  await away.click()
  await expect(page.locator('.leaving')).toBeFocused()
  expect(await faults(page)).toEqual([])
  await page.locator('[data-stay]').click()
  await expect(away).toBeFocused()
  await expect(page.locator('[name=text]')).toHaveValue('Zebrafink')
  // Without a network she goes nowhere, and her words stay where they are.
  await page.context().setOffline(true)
  await away.click()
  await page.locator('[data-go]').click()
  await expect(page.locator('html')).toHaveAttribute('data-state', 'failed')
  await expect(page.locator('[name=text]')).toHaveValue('Zebrafink')
  await page.context().setOffline(false)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => !url.pathname.includes('kontakt'))

  await page.goto('/sv/svar/')
  await page.locator('[name=code]').fill('1234')
  await expect(page.locator('form[data-live]')).toBeVisible()
  await away.click()
  await expect(page.locator('.leaving')).toBeFocused()
})

test('who is to be called and has not said when is told of it before she sends', async ({
  page,
}) => {
  const told = page.getByText(words['send.noTime'])
  await wakeForm(page, 'call')
  await next(page, 'whom')
  await next(page, 'phone')
  await page.locator('[name=number]').fill('0701234567')
  await next(page, 'when')
  await page.locator('[name=days][value=mon]').check()
  const rest = ['call', 'word', 'you', 'language', 'text', 'send']
  for (const step of rest) await next(page, step)
  await expect(told).toBeVisible()
  await page.locator('.look button', { hasText: words['form.change'] }).nth(2).click()
  await page.locator('[name=hours]').first().check()
  for (const step of rest) await next(page, step)
  await expect(told).toBeHidden()
})

test('a page that is kept whole for Back is emptied before it is left', async ({
  page,
  office,
}) => {
  await writeText(page, 'Zebrafink')
  const turn = (type: string) =>
    page.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type)
  await turn('pagehide')
  expect(await standing(page)).toEqual([])
  expect(await page.content()).not.toContain('Zebrafink')
  await turn('pageshow')
  // The form that is shown again begins anew, with the most careful answers.
  await page.locator('[data-how=call]').check()
  await next(page, 'whom')
  await next(page, 'phone')
  await page.locator('[name=number]').fill('0701234567')
  for (const step of ['when', 'call', 'word', 'you', 'language', 'text', 'send'])
    await next(page, step)
  await submit(page)
  expect(await received(office, await codeOn(page))).toEqual({
    via: 'sealed',
    request: {
      how: 'call',
      number: '0701234567',
      ...{ late: 'no', shown: 'hidden', voicemail: 'no' },
      ...{ sayWho: 'no', noAnswer: 'stop', other: 'hangup' },
    },
  })
})

test('what she has written in the long form goes with the short way, and she sees it', async ({
  page,
  office,
}) => {
  await wakeForm(page, 'sms')
  await next(page, 'whom')
  await page.locator('[name=whom][value=self]').check()
  await next(page, 'phone')
  await page.locator('[name=number]').fill('0701234567')
  for (const step of ['when', 'you']) await next(page, step)
  await page.locator('[name=name]').fill('Zebrafink')
  for (const step of ['when', 'phone', 'whom', 'how']) {
    await page.locator('.nav button', { hasText: words['form.previous'] }).click()
    await expect(page.locator(`[data-step=${step}][data-now]`)).toBeVisible()
  }
  await page.locator('.nav button', { hasText: words['form.short'] }).click()
  await expect(page.locator('.look')).toContainText('Zebrafink')
  await submit(page)
  expect(await received(office, await codeOn(page))).toEqual({
    via: 'sealed',
    request: { how: 'sms', whom: 'self', number: '0701234567', name: 'Zebrafink', late: 'no' },
  })
  expect(await page.content()).not.toContain('Zebrafink')
})

test('the short way says of each way what holds, and that is what staff have', async ({
  page,
  office,
}) => {
  await wakeForm(page, 'herself')
  await page.locator('.nav button', { hasText: words['form.short'] }).click()
  const sms = words['form.carefulSms'].replace('{{sms}}', words['sms.text'])
  const careful = [words['form.careful'], sms]
  const said = async () => {
    const shown = careful.map((text) => page.getByText(text, { exact: true }).count())
    return Promise.all(shown)
  }
  expect(await said()).toEqual([0, 0])
  await page.locator('[data-how=sms]').check()
  expect(await said()).toEqual([0, 1])
  await page.locator('[data-how=call]').check()
  expect(await said()).toEqual([1, 0])
  await page.locator('[name=number]').fill('0701234567')
  await submit(page)
  expect((await received(office, await codeOn(page))).request).toEqual({
    how: 'call',
    number: '0701234567',
    ...{ late: 'no', shown: 'hidden', voicemail: 'no' },
    ...{ sayWho: 'no', noAnswer: 'stop', other: 'hangup' },
  })
})

test('who gets in touch herself is told whom to ring', async ({ page }) => {
  await wakeForm(page, 'herself')
  for (const step of ['whom', 'you', 'language', 'text', 'send']) await next(page, step)
  await submit(page)
  await codeOn(page)
  await expect(page.locator('.sent a[href^="tel:"]')).not.toHaveCount(0)
})

test('what is shown when we call is asked before when, and of who is called only', async ({
  page,
}) => {
  await wakeForm(page, 'sms')
  for (const step of ['whom', 'phone']) await next(page, step)
  await expect(page.locator('[name=shown]').first()).toBeHidden()
  for (const step of ['whom', 'how']) {
    await page.locator('.nav button', { hasText: words['form.previous'] }).click()
    await expect(page.locator(`[data-step=${step}][data-now]`)).toBeVisible()
  }
  await page.locator('[data-how=call]').check()
  for (const step of ['whom', 'phone']) await next(page, step)
  await expect(page.locator('[name=shown]').first()).toBeVisible()
})

test('an impatient finger sends once', async ({ page, office }) => {
  const before = await countOf(office)
  await writeText(page, 'Tre tryck')
  await page.locator('[data-step=send] [type=submit]').click({ clickCount: 3 })
  await received(office, await codeOn(page))
  expect(await countOf(office)).toBe(before + 1)
})

test('reading on and coming back finds the form empty', async ({ page }) => {
  await writeText(page, 'Zebrafink')
  const there = page.locator('nav a[href="/sv/stod/"], footer a[href="/sv/stod/"]').first()
  await there.click()
  await page.locator('[data-go]').click()
  await expect(page.locator('.own a')).toHaveAttribute('href', '/sv/stod/')
  await page.locator('nav a[href="/sv/kontakt/"], footer a[href="/sv/kontakt/"]').first().click()
  await expect(page.locator('form[data-contact]')).toBeVisible()
  expect(await standing(page)).toEqual([])
  // And it wakes again.
  await page.locator('[data-how=code]').check()
  await next(page, 'whom')
})

test('the exit empties the form at once', async ({ page }) => {
  await writeText(page, 'Zebrafink')
  await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('[name=text]')]
    // The listener of the form comes first; what is left of the fields is told to the test.
    addEventListener('rvc:leave', () => console.info(`left: ${fields.map((f) => f.value).join()}`))
  })
  const left = page.waitForEvent('console', (said) => said.text().startsWith('left'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect((await left).text()).toBe('left: ')
  await page.waitForURL((url) => !url.pathname.includes('kontakt'))
})

test('on a slow phone it arrives', async ({ page, context, office }) => {
  await page.addInitScript(() => {
    const blocks: number[] = []
    Object.assign(window, { blocks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(duration)
    }).observe({ type: 'longtask' })
  })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const longest = () =>
    page.evaluate(() => {
      const { blocks } = window as unknown as { blocks: number[] }
      return Math.round(Math.max(0, ...blocks.splice(0)))
    })
  await page.goto('/sv/kontakt/')
  await longest()
  await page.locator('[data-how=code]').check()
  const touched = Date.now()
  await expect(page.locator('form[data-live]')).toBeVisible()
  console.info(
    `slow phone: awake after ${Date.now() - touched} ms, longest block ${await longest()} ms`,
  )
  for (const step of ['whom', 'you', 'language', 'text']) await next(page, step)
  await longest()
  await page.locator('[name=text]').pressSequentially('Långsamt men säkert. '.repeat(5))
  console.info(`slow phone: longest block while typing ${await longest()} ms`)
  await next(page, 'send')
  const pressed = Date.now()
  await submit(page)
  const code = await codeOn(page)
  console.info(`slow phone: from Send to code ${Date.now() - pressed} ms`)
  expect(await received(office, code)).toMatchObject({ via: 'sealed' })
})

test('what is promised before sending, and after withdrawing, stands in these very words', async ({
  page,
  office,
}) => {
  await writeText(page, 'Hej')
  for (const key of ['title', 'read', 'record', 'children', 'leaveOut'] as const)
    await expect(page.getByText(words[`send.${key}`], { exact: true }), key).toBeVisible()
  await page.goto('/sv/svar/')
  await giveCode(page, makeCode())
  await expect(page.getByText(words['reply.noneNoPhone'], { exact: true })).toBeVisible()
  const { code } = await send(office.ask, { how: 'code' })
  await giveCode(page, code, 'withdraw')
  const done = page.getByText(words['withdraw.doneNoPhone'], { exact: true })
  await expect(done).toBeVisible()
  // An unknown code is answered in the same words.
  await page.reload()
  await expect(done).toHaveCount(0)
  await giveCode(page, makeCode(), 'withdraw')
  await expect(done).toBeVisible()
})

/** What her code could be taken for, told beside the code: it would stop being taken for it. */
const likeness =
  /(?<!\p{L})(kod|code|رمز)(?:en|er|s)?(?!\p{L}).{0,200}?(?<!\p{L})(faktura|OCR|räkning|invoice|bill|فاتورة)|(?<!\p{L})(faktura|OCR|räkning|invoice|bill|فاتورة)(?:n|en|ar|s)?(?!\p{L}).{0,200}?(?<!\p{L})(kod|code|رمز)/isu

test('no text in public tells what her code looks like', () => {
  expect('Koden ser ut som ett OCR-nummer.').toMatch(likeness)
  expect('Siffrorna på en faktura är som din kod.').toMatch(likeness)
  const files = ['content', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  expect(files.length).toBeGreaterThan(100)
  const telling = [...files, 'README.md', 'CONTRIBUTING.md'].filter((file) =>
    likeness.test(readFileSync(file, 'utf8')),
  )
  expect(telling).toEqual([])
})
