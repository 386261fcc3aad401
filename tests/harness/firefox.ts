/**
 * The system's Firefox. Playwright's own is patched; what stays on the disk has to be asked of the
 * one the readers have.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { connect, type Send } from './bidi.ts'
import { systemFirefox } from './browsers.ts'
import type { Browser, Tab } from './visit.ts'

/**
 * No calls of its own and no first-run pages. The session is saved once a second, so that a short
 * visit leaves what a long one would. The protocol's own settings are off: they turn off things
 * that the readers have.
 */
const settings = {
  'remote.prefs.recommended': false,
  'browser.sessionstore.interval': 1000,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.enabled': false,
}

/** Starts Firefox with a profile. */
export async function startFirefox(profile: string): Promise<Browser> {
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join(''))
  const child = spawn(
    systemFirefox() ?? 'firefox',
    ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const send = await connect(child)
  await send('session.new', { capabilities: {} })
  return {
    newTab: async () =>
      tab(send, (await send('browsingContext.create', { type: 'tab' }))['context']),
    // Firefox writes its history, and what it would restore, some seconds after the visit.
    settle: () => new Promise((resolve) => setTimeout(resolve, 6000)),
    quit: async () => {
      if (child.exitCode !== null) return
      await send('browser.close', {})
      await ended
    },
  }
}

const keys = { Enter: '\uE007', Escape: '\uE00C' }

function tab(send: Send, context: unknown): Tab {
  const act = (type: 'key' | 'pointer', actions: object[]) =>
    send('input.performActions', { context, actions: [{ type, id: type, actions }] })
  const type = (text: string) =>
    act(
      'key',
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    )

  async function ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then(JSON.stringify)`,
      target: { context },
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`)
    const { value = 'null' } = result as { value?: string }
    return JSON.parse(value) as T
  }

  return {
    ask,
    type,
    press: (key) => type(keys[key]),
    open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    // As a person closes it: the page is told.
    close: () => send('browsingContext.close', { context, promptUnload: true }),
    step: (delta) =>
      send('browsingContext.traverseHistory', { context, delta }).then(Boolean, () => false),
    async click(selector) {
      const [x, y] = await ask<[number, number]>(middleOf(selector))
      const pointer = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await act('pointer', pointer)
    },
  }
}

/**
 * Where to click: the middle of the first such element that is seen. Firefox keeps the caret in view
 * a moment after a key; no hand is as fast as that, so the page is let come to rest first.
 */
const middleOf = (selector: string) => `(async () => {
  for (let frames = 0; frames < 3; frames++) await new Promise((next) => requestAnimationFrame(next))
  const seen = [...document.querySelectorAll('${selector}')].find((one) => one.checkVisibility())
  seen.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = seen.getBoundingClientRect()
  return [Math.round(x + width / 2), Math.round(y + height / 2)]
})()`
