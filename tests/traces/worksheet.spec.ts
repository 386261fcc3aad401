/** What she writes on a worksheet, afterwards, on her device. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test, type LaunchOptions } from '@playwright/test'

import { systemFirefox } from '../harness/browsers.ts'
import { startChromium } from '../harness/chromium.ts'
import { startFirefox } from '../harness/firefox.ts'
import { origins } from '../harness/origins.ts'
import { freshProfile, removeProfile, traces } from '../harness/profile.ts'
import { until, type Browser, type Tab } from '../harness/visit.ts'

const written = 'Zebrafinken sjunger i hallen klockan sju.'

type Start = (profile: string, options: LaunchOptions) => Promise<Browser>
const engines: Record<string, Start> = {
  Chromium: startChromium,
  Firefox: (profile) => startFirefox(profile),
}

/** Writes in a field, and waits until a browser that keeps it has had time. */
async function write(browser: Browser, tab: Tab, field: string): Promise<void> {
  await tab.click(field)
  await tab.type(written)
  await until(() => tab.ask(`document.querySelector('${field}').value === '${written}'`))
  await browser.settle?.()
}

for (const [name, start] of Object.entries(engines))
  for (const how of ['leaving and closing', 'the browser was shut as it stood'])
    test(`${name}: after ${how}, what she wrote on a sheet is in no file`, async ({
      launchOptions,
    }) => {
      test.skip(name === 'Firefox' && !systemFirefox(), 'no Firefox is installed on this machine')
      const profile = freshProfile()
      const browser = await start(profile, launchOptions)
      const tab = await browser.newTab()
      await tab.open(`${origins.site}/sv/arbetsblad/`)
      await tab.click('#blad-hant > summary')
      await write(browser, tab, '#blad-hant textarea')
      if (how.startsWith('leaving')) {
        await tab.press('Escape')
        await tab.press('Escape')
        await until(() => tab.ask(`location.origin === '${origins.safe}'`))
        await browser.settle?.()
      }
      await browser.quit()
      expect(traces(profile, [written])).toEqual([])
      removeProfile(profile)
    })

test('the check finds what is written on an ordinary page (Firefox keeps it for a restart)', async ({
  launchOptions,
}) => {
  test.skip(!systemFirefox(), 'no Firefox is installed on this machine')
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>x</title><textarea autocomplete="on"></textarea>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const profile = freshProfile()
  const browser = await engines['Firefox']!(profile, launchOptions)
  const tab = await browser.newTab()
  await tab.open(`http://ordinary.localhost:${port}/`)
  await write(browser, tab, 'textarea')
  await browser.quit()
  server.close()
  server.closeAllConnections()
  expect(traces(profile, [written])).not.toEqual([])
  removeProfile(profile)
})
