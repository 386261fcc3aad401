/** The film on its page: it starts only when she asks, obeys her, and is gone when she is. */
import { expect, test, type Page } from '@playwright/test'

import { filmIn } from '../../src/model/film.ts'
import { languageIds, languages } from '../../src/model/languages.ts'
import { load } from '../../src/model/load.ts'
import { barriers } from '../harness/barriers.ts'
import { origins } from '../harness/origins.ts'
import { manifest, read, watch, weightOf } from '../harness/site.ts'

const { content } = load()
const film = filmIn('sv', content)
/** What the page may weigh before play, and all that is fetched with play; bytes, brotli. */
const most = { page: 14_000, all: 60_000 }

/** The page with a clock that the test moves: a second is a second on every machine. */
async function open(page: Page, path = '/sv/film/'): Promise<void> {
  await page.clock.install()
  await page.goto(path)
}

const toggle = (page: Page) => page.locator('.player .toggle')
const caption = (page: Page) => page.locator('[data-caption]')
const seek = (page: Page) => page.locator('[data-seek]')
const at = async (page: Page) => Number(await seek(page).inputValue())
const wait = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000)

/** Presses play and waits until the film is there. */
async function play(page: Page): Promise<void> {
  await toggle(page).click()
  await expect(page.locator('.player')).toHaveAttribute('data-playing', '')
}

test('before she presses, the picture tells nothing, nothing moves and nothing is fetched', async ({
  page,
}) => {
  const { errors, requests } = watch(page)
  await open(page)
  const before = await page.locator('.stage svg').innerHTML()
  await wait(page, 5)
  expect(await page.locator('.stage svg').innerHTML()).toBe(before)
  await expect(page.locator('.stage svg')).toHaveAttribute(
    'aria-label',
    film.scenes[0]?.shows ?? '',
  )
  expect(film.scenes[0]?.shows).not.toMatch(/kvinna|polis|våld|domstol|hon\b/i)
  expect(requests).toEqual([`${origins.site}/sv/film/`])
  expect(errors).toEqual([])
  for (const language of languageIds)
    expect(weightOf(`/${language}/film/`)).toBeLessThanOrEqual(most.page)
})

test('played to the end it fetches one small file, says every line in order, and rests', async ({
  page,
}) => {
  const { errors, requests } = watch(page)
  await open(page)
  await play(page)
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const place = document.querySelector('[data-caption]')
    new MutationObserver(() => said.push(place?.textContent ?? '')).observe(place!, {
      childList: true,
    })
    said.push(place?.textContent ?? '')
  })
  await wait(page, film.seconds + 2)
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect(said).toEqual(film.cues.map(({ text }) => text))
  await expect(toggle(page)).toHaveText('Från början')
  await expect(page.locator('.player')).not.toHaveAttribute('data-playing')
  await toggle(page).click()
  await expect(caption(page)).toHaveText(film.cues[0]?.text ?? '')
  expect(requests.slice(1)).toEqual([`${origins.site}/app/film.js`])
  expect(weightOf('/sv/film/') + weightOf('/app/film.js')).toBeLessThanOrEqual(most.all)
  expect(errors).toEqual([])
})

test('it pauses, goes on, and goes where she wants, at the speed she wants', async ({ page }) => {
  await open(page)
  await play(page)
  await wait(page, 3)
  await toggle(page).click()
  const paused = await at(page)
  expect(paused).toBeGreaterThan(2)
  await wait(page, 5)
  expect(await at(page)).toBe(paused)
  await page.locator('.player select').selectOption('0.5')
  await toggle(page).click()
  await wait(page, 4)
  expect((await at(page)) - paused).toBeCloseTo(2, 0)
  await page.getByRole('button', { name: 'I domstolen' }).click()
  const court = film.chapters.find(({ id }) => id === 'domstolen')?.from ?? 0
  expect(await at(page)).toBeCloseTo(court, 0)
  await expect(page.locator('.chapters [aria-current]')).toHaveText('I domstolen')
  const { text, from } = film.cues[10] ?? { text: '', from: 0 }
  await seek(page).fill(String(Math.ceil(from * 10) / 10 + 0.1))
  await expect(caption(page)).toHaveText(text)
  await expect(seek(page)).toHaveAttribute('aria-valuetext', /^\d:\d\d av 1:5\d$/)
})

test('it can be steered with the keyboard, in the direction of the text', async ({ page }) => {
  for (const [path, ahead, back] of [
    ['/sv/film/', 'ArrowRight', 'ArrowLeft'],
    ['/ar/film/', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    await open(page, path)
    await toggle(page).press('Space')
    await expect(page.locator('.player')).toHaveAttribute('data-playing', '')
    await toggle(page).press('Space')
    await expect(page.locator('.player')).not.toHaveAttribute('data-playing')
    const start = await at(page)
    await seek(page).press(ahead)
    await seek(page).press(ahead)
    expect((await at(page)) - start).toBeCloseTo(10, 0)
    await toggle(page).press(back)
    expect((await at(page)) - start).toBeCloseTo(5, 0)
    await seek(page).press('Space')
    await expect(page.locator('.player')).toHaveAttribute('data-playing', '')
  }
})

test('the line is in her language and runs in its direction', async ({ page }) => {
  for (const language of languageIds) {
    await page.goto(`/${language}/film/`)
    await toggle(page).click()
    await expect(caption(page)).toHaveText(filmIn(language, content).cues[0]?.text ?? '')
    const { lang, dir } = languages[language]
    await expect(page.locator('.player')).toHaveAttribute('lang', lang)
    expect(await caption(page).evaluate((place) => getComputedStyle(place).direction)).toBe(dir)
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the film is text: what is said and what is shown, chapter by chapter', async ({ page }) => {
    await page.goto('/sv/film/')
    await expect(toggle(page)).toBeHidden()
    await expect(page.locator('.stage svg')).toBeVisible()
    for (const { text } of film.cues)
      await expect(page.locator('#film').getByText(text, { exact: true })).toBeVisible()
    for (const { shows } of film.scenes)
      await expect(page.locator('#film').getByText(shows, { exact: true })).toBeVisible()
    for (const { name } of film.chapters)
      await expect(page.locator('#film').getByRole('heading', { name })).toBeVisible()
  })
})

test('for her who wants no movement it is pictures, one a press, at rest', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  await toggle(page).click()
  await expect(toggle(page)).toHaveText('Nästa bild')
  const tall = () => page.locator('.player').evaluate((player) => player.clientHeight)
  const before = await tall()
  for (const [n, scene] of film.scenes.entries()) {
    await expect(caption(page)).toHaveText(scene.says.join(' '))
    await expect(page.locator('[data-time]')).toHaveText(`Bild ${n + 1} av ${film.scenes.length}`)
    const picture = await page.locator('.stage svg').innerHTML()
    await wait(page, 3)
    expect(await page.locator('.stage svg').innerHTML()).toBe(picture)
    expect(await tall()).toBe(before)
    if (n < film.scenes.length - 1) await toggle(page).click()
  }
  await expect(toggle(page)).toHaveText('Från början')
  await page.getByRole('button', { name: 'Föregående bild' }).click()
  await expect(caption(page)).toHaveText(film.scenes.at(-2)?.says.join(' ') ?? '')
})

test('Escape twice while it plays leaves at once, and nothing of it goes on', async ({ page }) => {
  await page.goto(origins.search)
  await page.goto('/sv/film/')
  await play(page)
  await seek(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForURL(`${origins.safe}/`)
  await expect(page.locator('#referer')).toHaveText('none')
})

test('it stops when she leaves, when another page is shown and when the page is put away', async ({
  page,
}) => {
  for (const [what, happen] of [
    ['leaving', () => void dispatchEvent(new Event('rvc:leave'))],
    ['another page', () => void document.dispatchEvent(new Event('astro:after-swap'))],
    ['put away', () => void dispatchEvent(new Event('pagehide'))],
  ] as const) {
    await page.goto('/sv/film/')
    await play(page)
    await page.evaluate(happen)
    await expect(page.locator('.player'), what).not.toHaveAttribute('data-playing')
  }
})

test('after another page in place it can be played again', async ({ page }) => {
  await page.goto('/sv/film/')
  await play(page)
  await read(page, '/sv/stod/')
  await page.locator('[data-previous]').click()
  await expect(caption(page)).toContainText('Inget ljud')
  await play(page)
  await expect(caption(page)).toHaveText(film.cues[0]?.text ?? '')
})

test('while it plays nothing moves on the page, and all can use it', async ({ page }) => {
  for (const [width, path] of [
    [320, '/latt/film/'],
    [360, '/ar/film/'],
    [1280, '/en/film/'],
  ] as const) {
    await page.setViewportSize({ width, height: 740 })
    await open(page, path)
    const tall = () => page.locator('.player').evaluate((player) => player.clientHeight)
    const before = await tall()
    await play(page)
    for (let n = 0; n < 24; n++) {
      await wait(page, 5)
      expect(await tall(), path).toBe(before)
    }
    expect(await barriers(page, '.player')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
})

test('a film of RVC’s own has the same controls, and its captions come from its text', async ({
  page,
}) => {
  expect(manifest.policy).toContain(`media-src 'self'`)
  await page.goto('/sv/film/')
  // A file in place of the drawing, as the page has it when staff have put one in.
  await page.evaluate(() => {
    document.querySelector('.stage')!.innerHTML = '<video preload="none"></video>'
    document
      .querySelector('.toggle')!
      .insertAdjacentHTML('afterend', '<button type="button" data-do="sound"></button>')
    document.querySelector('#film')!.innerHTML =
      '<p><span data-at="0 2">Ett</span> <span data-at="3 9">Två</span></p>'
    const video = document.querySelector('video')!
    let [now, paused] = [0, true]
    Object.defineProperties(video, {
      duration: { get: () => 9 },
      currentTime: {
        get: () => now,
        set: (to) => (now = to) && video.dispatchEvent(new Event('seeking')),
      },
      paused: { get: () => paused },
    })
    const set = (to: boolean) => {
      paused = to
      video.dispatchEvent(new Event('play'))
    }
    video.play = async () => set(false)
    video.pause = () => set(true)
  })
  await play(page)
  await expect(caption(page)).toHaveText('Ett')
  // Nobody hears it before she asks.
  const muted = () => page.locator('video').evaluate((video: HTMLVideoElement) => video.muted)
  expect(await muted()).toBe(true)
  await page.getByRole('button', { name: 'Sätt på ljudet' }).click()
  expect(await muted()).toBe(false)
  await page.getByRole('button', { name: 'Stäng av ljudet' }).click()
  expect(await muted()).toBe(true)
  await seek(page).fill('2.5')
  await expect(caption(page)).toHaveText('')
  await seek(page).fill('4')
  await expect(caption(page)).toHaveText('Två')
  await page.evaluate(() => dispatchEvent(new Event('rvc:leave')))
  await expect(page.locator('.player')).not.toHaveAttribute('data-playing')
})
