/**
 * `node tests/pictures.ts`: takes the pictures of the README from the built site (`npm run build`
 * first): phone screens side by side, and the inbox on a desktop with three made-up requests.
 */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Browser } from '@playwright/test'

import { answers } from '../src/contact/request.ts'
import { findChromium } from './harness/browsers.ts'
import { asking, send } from './harness/contact.ts'
import { fileOf, unlock } from './harness/inbox-page.ts'
import { startSite } from './harness/servers.ts'
import { makePeople, writeKeys } from './harness/store.ts'

const folder = 'docs'
const port = '4378'
const site = `http://127.0.0.1:${port}`

interface Shot {
  path: string
  dark?: boolean
  /** Selector of what stands at the top; the page's beginning if left out. */
  at?: string
}

/** One phone screen as a data address. */
async function phone(browser: Browser, { path, dark, at }: Shot): Promise<string> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.goto(site + path)
  if (at)
    await page
      .locator(at)
      .first()
      .evaluate((place) => place.scrollIntoView())
  const picture = await page.screenshot()
  await context.close()
  return `data:image/png;base64,${picture.toString('base64')}`
}

/** Phone screens beside each other, as a PNG. */
async function strip(browser: Browser, file: string, shots: Shot[]): Promise<void> {
  const pictures: string[] = []
  for (const shot of shots) pictures.push(await phone(browser, shot))
  const page = await browser.newPage({ viewport: { width: 270 * shots.length + 20, height: 565 } })
  const images = pictures.map((source) => `<img src="${source}">`).join('')
  await page.setContent(
    `<style>body{margin:10px;display:flex;gap:20px;background:#e9e2d5}img{width:250px;border-radius:14px}</style>${images}`,
  )
  await page.screenshot({ path: `${folder}/${file}` })
  await page.close()
}

/** The first page of the inbox. */
async function inbox(browser: Browser, file: string, key: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${site}/inkorg/`)
  await unlock(page, key)
  await page.locator('[data-request]').first().waitFor()
  await page.screenshot({ path: `${folder}/${file}` })
  await page.close()
}

const executablePath = findChromium()
const data = mkdtempSync(join(tmpdir(), 'rvc-pictures-'))
const { keys, people } = await makePeople()
await writeKeys(join(data, 'contact.sqlite'), keys)
const server = await startSite({
  PORT: port,
  DIST_DIR: process.env['DIST_DIR'] ?? 'dist',
  DATA_DIR: data,
})
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath ? { executablePath } : {}),
})
mkdirSync(folder, { recursive: true })
await strip(browser, 'phone.png', [
  { path: '/sv/' },
  { path: '/sv/nu/', dark: true },
  { path: '/sv/steg/10/', at: '.courtroom' },
  { path: '/ar/steg/2/' },
])
await strip(browser, 'take-along.png', [
  { path: '/sv/film/', at: 'h1' },
  { path: '/sv/kontakt/', at: 'form[data-contact]' },
  { path: '/sv/kort/', at: 'h1' },
  { path: '/en/svar/', dark: true },
])
const ask = asking(site)
const times = {
  days: [...answers.days],
  hours: [...answers.hours],
}
await send(ask, { how: 'call', number: '0701234567', ...times, own: 'yes', word: 'blåbär' })
await send(ask, { how: 'code', text: 'Hej', soon: ['trial'], soonDate: '2030-01-15' })
await send(ask, { how: 'call', number: '0701234568', speaks: 'العربية', interpreter: ['need'] })
await inbox(browser, 'inbox.png', await fileOf(people.staff))
await browser.close()
server.kill()
