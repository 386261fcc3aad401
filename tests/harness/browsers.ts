import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { chromium } from '@playwright/test'

import { onPath, systemChromium } from '../../server/chromium.ts'

export { systemChromium }

/** The system's Firefox, if there is one; tests that need it are skipped without. */
export const systemFirefox = () => onPath('firefox-esr', 'firefox')

/**
 * A Chromium to test with: the system's, else Playwright's own, else Debian's package.
 * @returns its path, or `undefined` for Playwright's own
 * @throws if none can be had
 */
export function findChromium(): string | undefined {
  const own = systemChromium()
  if (own || existsSync(chromium.executablePath())) return own
  console.log('· Hämtar en webbläsare för testerna (en gång, kan ta några minuter)')
  const download = spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  })
  if (download.status === 0 && existsSync(chromium.executablePath())) return undefined
  console.log('· Hämtningen gick inte. Provar systemets paket.')
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium', 'fonts-noto-core'],
  ]) {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...step]
    execFileSync(command, rest, { stdio: 'inherit' })
  }
  const installed = systemChromium()
  if (!installed)
    throw new Error('Ingen Chromium hittades. Installera Chromium och kör npm test igen.')
  return installed
}
