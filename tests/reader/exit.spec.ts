import { expect, test, type Page } from '@playwright/test'

import { origins } from '../harness/origins.ts'
import { htmlOf, manifest, read } from '../harness/site.ts'

const destination = `${origins.safe}/`

/** Arrives from the search page, as readers do. */
async function arrive(page: Page): Promise<void> {
  await page.goto(origins.search)
  await page.click('#rvc')
  await page.waitForLoadState()
}

/** She is at the destination and it was not told where she came from. */
async function isAway(page: Page): Promise<void> {
  await page.waitForURL(destination)
  await expect(page.locator('#referer')).toHaveText('none')
}

/** When the way out has failed, what the tab shows is the browser's own words, not ours. */
async function showsNothing(page: Page): Promise<void> {
  await page.waitForTimeout(1500)
  await expect(async () => {
    const text = await page.evaluate(() => document.body?.innerText ?? '')
    expect(text).not.toMatch(/våld|RVC|polis/i)
  }).toPass()
}

const ways: Record<string, (page: Page) => Promise<unknown>> = {
  'a click': (page) => page.click('[data-exit]'),
  'a middle click, in this tab': (page) => page.click('[data-exit]', { button: 'middle' }),
  'a click with Ctrl, in this tab': (page) => page.click('[data-exit]', { modifiers: ['Control'] }),
  'Enter on the control': (page) => page.locator('[data-exit]').press('Enter'),
  'Escape twice': async (page) => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  },
  'Shift three times': async (page) => {
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift')
  },
  'Escape twice in a field': async (page) => {
    await page.locator('[data-search]').fill('rädd')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  },
  'Escape twice over an open dialog': async (page) => {
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.textContent = 'öppen'
      document.body.append(dialog)
      dialog.showModal()
    })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  },
}

for (const [way, go] of Object.entries(ways))
  test(`she leaves by ${way}, and Back and Forward show nothing of the site`, async ({
    page,
    context,
  }) => {
    await arrive(page)
    await read(page, '/sv/steg/')
    const tabs = context.pages().length
    await go(page)
    await isAway(page)
    expect(context.pages()).toHaveLength(tabs)
    for (const direction of [
      'goBack',
      'goBack',
      'goBack',
      'goForward',
      'goForward',
      'goForward',
    ] as const) {
      await page[direction]().catch(() => null)
      expect(page.url()).not.toContain('rvc.localhost')
      expect(await page.title()).not.toMatch(/RVC|våld|steg/i)
    }
  })

test('the checks for Back see an ordinary link', async ({ page }) => {
  await arrive(page)
  await page.goto(destination)
  await page.goBack()
  expect(page.url()).toContain('rvc.localhost')
})

for (const [what, press] of Object.entries({
  'one Escape': ['Escape'],
  'two Shifts': ['Shift', 'Shift'],
  'Shift with a letter between': ['Shift', 'Shift', 'a', 'Shift'],
  'a capital letter typed three times': ['Shift+A', 'Shift+B', 'Shift+C'],
}))
  test(`${what} shows nothing, says nothing and does not leave`, async ({ page }) => {
    await page.goto('/sv/')
    const before = await page.locator('body').ariaSnapshot()
    for (const key of press) await page.keyboard.press(key)
    await page.waitForTimeout(300)
    expect(page.url()).toBe(`${origins.site}/sv/`)
    expect(await page.locator('body').ariaSnapshot()).toBe(before)
  })

test('Shift in a field does not leave: phone keyboards press it themselves', async ({ page }) => {
  await page.goto('/sv/')
  await page.focus('[data-search]')
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Shift')
  await page.waitForTimeout(300)
  expect(page.url()).toBe(`${origins.site}/sv/`)
})

test('a key held down counts once, and Escape while a word is composed does not count', async ({
  page,
}) => {
  await page.goto('/sv/')
  await page.keyboard.down('Escape')
  await page.keyboard.down('Escape')
  await page.evaluate(() => {
    for (const _ of [1, 2])
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }))
  })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(`${origins.site}/sv/`)
})

test('the text is gone in the same task, before anything is loaded', async ({ page }) => {
  await arrive(page)
  await page.locator('[data-search]').fill('hemligt')
  const after = await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[data-search]')!
    document.querySelector<HTMLElement>('[data-exit]')!.click()
    return {
      hidden: getComputedStyle(document.documentElement).display,
      text: document.body.textContent,
      title: document.title,
      typed: field.value,
    }
  })
  expect(after).toEqual({ hidden: 'none', text: '', title: 'Sida', typed: '' })
})

test('from the first byte of the text she can leave', async ({ page }) => {
  // The page stops half-way, as on a slow network: the head and the exit have come, no more.
  await page.route('**/sv/', async (route) => {
    const html = htmlOf('/sv/')
    const headers = { 'content-security-policy': manifest.policy, 'referrer-policy': 'same-origin' }
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: html.slice(0, html.indexOf('<header')),
    })
  })
  await page.goto(origins.search)
  await page.click('#rvc', { noWaitAfter: true })
  await page.locator('[data-exit]').click()
  await isAway(page)
})

test('she can leave with every other script, style and picture blocked', async ({ page }) => {
  await page.route(/\.(js|css|svg|png|woff2?)$|pagefind/, (route) => route.abort())
  await arrive(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await isAway(page)
})

test('a destination that is slow: an empty page with one neutral word, in her language', async ({
  page,
}) => {
  // While a tab is on its way to another site the protocol does not answer for it. A window of the
  // same origin, without our script, can still look into it.
  await page.goto('/api/health')
  const look = () =>
    page.evaluate(() => {
      const { document: seen } = (window as unknown as { other: Window }).other
      const { display } = getComputedStyle(seen.documentElement)
      return { text: seen.body.innerText.trim(), title: seen.title, display }
    })
  await page.evaluate(async (to) => {
    const other = window.open('/ar/')!
    Object.assign(window, { other })
    await new Promise((done) => (other.onload = done))
    other.document.documentElement.dataset['leaveTo'] = to
    other.document.querySelector<HTMLElement>('[data-exit]')!.click()
  }, `${origins.safe}/slow`)
  expect(await look()).toEqual({ text: '', title: 'صفحة', display: 'none' })
  await page.waitForTimeout(1500)
  expect(await look()).toEqual({ text: 'جارٍ التحميل', title: 'صفحة', display: 'block' })
})

for (const [what, to] of [
  ['dead', `${origins.safe}/dead`],
  ['unknown', 'http://no-such-place.invalid/'],
] as const)
  test(`a destination that is ${what}: the text does not come back`, async ({ page }) => {
    await arrive(page)
    await page.evaluate((to) => (document.documentElement.dataset['leaveTo'] = to), to)
    await page.click('[data-exit]', { noWaitAfter: true })
    await showsNothing(page)
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain('rvc.localhost')
  })

test('offline, the text goes and stays away', async ({ page, context }) => {
  await arrive(page)
  await context.setOffline(true)
  await page.click('[data-exit]', { noWaitAfter: true })
  await showsNothing(page)
})

test('all tabs of the site leave with the one', async ({ context }) => {
  const pages = await Promise.all([context.newPage(), context.newPage(), context.newPage()])
  await Promise.all(
    pages.map((page, at) => page.goto(`${origins.site}${['/sv/', '/ar/', '/en/nu/'][at]}`)),
  )
  await pages[1]!.click('[data-exit]')
  await Promise.all(pages.map((page) => page.waitForURL(destination)))
})

test('a panicked third Escape cannot stop the way out', async ({ page }) => {
  await arrive(page)
  await page.evaluate(
    (to) => (document.documentElement.dataset['leaveTo'] = to),
    `${origins.safe}/slow`,
  )
  for (const _ of [1, 2, 3, 4, 5])
    await page.keyboard.press('Escape', { noWaitAfter: true } as object)
  await page.waitForURL(`${origins.safe}/slow`, { timeout: 9000 })
})

test('nothing asks before she leaves', async ({ page }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => asked.push(dialog.type()))
  await arrive(page)
  await page.locator('[data-search]').fill('något')
  await page.click('[data-exit]')
  await isAway(page)
  expect(asked).toEqual([])
})

test('while the tab is hidden the text is blank and the title neutral; both are back when she is', async ({
  page,
}) => {
  await page.goto('/sv/nu/')
  const title = await page.title()
  const seen = await page.evaluate(() => {
    const state = (hidden: boolean) => {
      Object.defineProperty(document, 'visibilityState', {
        value: hidden ? 'hidden' : 'visible',
        configurable: true,
      })
      document.dispatchEvent(new Event('visibilitychange'))
      return [document.title, getComputedStyle(document.documentElement).display]
    }
    return [state(true), state(false)]
  })
  expect(seen).toEqual([
    ['Sida', 'none'],
    [title, 'block'],
  ])
})
