/**
 * `npm test`: formatting and types, the content, a build for the tests, then every test.
 * What fails fast comes first. Arguments are handed to Playwright: `npm test -- tests/text`.
 */
import { spawnSync } from 'node:child_process'

import { findChromium } from './harness/browsers.ts'
import { origins } from './harness/origins.ts'

const [chosen = [], quick] = [process.argv.slice(2), process.env['QUICK']]

function run(
  what: string,
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): void {
  console.log(`\n· ${what}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  })
  if (status !== 0) {
    console.error(`\n${what}: misslyckades.`)
    process.exit(status ?? 1)
  }
  console.log(`  ${Math.round((Date.now() - started) / 1000)} s`)
}

if (!quick) run('Formatering, text och typer', 'npm', ['run', '--silent', 'check'])
const chromium = findChromium()
if (!quick) {
  run('Bygger webbplatsen för testerna', process.execPath, ['server/build.ts'], {
    DIST_DIR: 'dist.test',
    EXIT_TO: `${origins.safe}/`,
  })
}
run(
  'Testerna',
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', ...chosen],
  chromium ? { CHROMIUM: chromium } : {},
)
