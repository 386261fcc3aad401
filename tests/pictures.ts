/**
 * `node tests/pictures.ts`: takes the pictures of the README from the built site (`npm run build`
 * first), side by side in one image: phone in light, dark, Arabic, and a desktop.
 */
import { mkdirSync } from 'node:fs'

import { chromium, type Browser } from '@playwright/test'

import { findChromium } from './harness/browsers.ts'
import { startSite } from './harness/servers.ts'

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
  if (at) await page.locator(at).evaluate((place) => place.scrollIntoView())
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

const executablePath = findChromium()
const server = await startSite({ PORT: port, DIST_DIR: process.env['DIST_DIR'] ?? 'dist' })
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
await strip(browser, 'phone-2.png', [
  { path: '/sv/steg/', at: '.thread-list' },
  { path: '/sv/steg/3/', dark: true },
  { path: '/en/nu/' },
  { path: '/latt/' },
])
const desktop = await browser.newPage({ viewport: { width: 1280, height: 800 } })
await desktop.goto(`${site}/sv/steg/`)
await desktop.screenshot({ path: `${folder}/desktop.png` })
await browser.close()
server.kill()
