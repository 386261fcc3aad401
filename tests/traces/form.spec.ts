/** What she wrote, and the code she was given, afterwards: on her device and on ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test, type LaunchOptions } from '@playwright/test'

import { inGroups } from '../../src/contact/code.ts'
import { systemFirefox } from '../harness/browsers.ts'
import { startChromium } from '../harness/chromium.ts'
import { startFirefox } from '../harness/firefox.ts'
import { writeAndSend } from '../harness/form.ts'
import { origins, ports } from '../harness/origins.ts'
import { freshProfile, removeProfile, traces } from '../harness/profile.ts'
import { dataOf } from '../harness/servers.ts'
import { shows, until, type Browser } from '../harness/visit.ts'

const written = {
  number: '0739876512',
  name: 'Pepparkorn',
  speaks: 'Klingonska',
  text: 'Zebrafinken sjunger i hallen.',
}

type Start = (profile: string, options: LaunchOptions) => Promise<Browser>
const engines: Record<string, Start> = {
  Chromium: startChromium,
  Firefox: (profile) => startFirefox(profile),
}

for (const [name, start] of Object.entries(engines)) {
  test(`${name}: after sending, leaving and closing, nothing she wrote is in any file`, async ({
    launchOptions,
  }) => {
    test.skip(name === 'Firefox' && !systemFirefox(), 'no Firefox is installed on this machine')
    const profile = freshProfile()
    const browser = await start(profile, launchOptions)
    const tab = await browser.newTab()
    await tab.open(`${origins.site}/sv/`)
    await shows(tab, '/sv/')
    const code = await writeAndSend(tab, written)
    await browser.settle?.()
    await tab.press('Escape')
    await tab.press('Escape')
    await until(() => tab.ask(`location.origin === '${origins.safe}'`))
    await browser.settle?.()
    await browser.quit()
    const markers = [...Object.values(written), code, inGroups(code)]
    expect(traces(profile, markers)).toEqual([])
    removeProfile(profile)

    // And nothing of it on the server: database, its log of writes, backups.
    const data = dataOf(ports.site)
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map((entry) => entry.name)).toContain('contact.sqlite')
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      expect(
        markers.filter((marker) => bytes.includes(marker)),
        entry.name,
      ).toEqual([])
    }
  })
}

test('Firefox: a long text in a field that does not ask it to forget is found', async () => {
  test.skip(!systemFirefox(), 'no Firefox is installed on this machine')
  const profile = freshProfile()
  const browser = await startFirefox(profile)
  const tab = await browser.newTab()
  await tab.open(`${origins.site}/sv/kontakt/`)
  await tab.ask(`document.querySelector('h1').after(document.createElement('textarea'))`)
  await tab.click('h1 + textarea')
  await tab.type(written.text)
  await browser.settle?.()
  await browser.quit()
  expect(traces(profile, [written.text])).not.toEqual([])
  removeProfile(profile)
})
