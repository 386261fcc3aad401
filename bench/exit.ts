/**
 * `npm run bench`: our exit beside GOV.UK's «Exit this page», on the same journey, in one run.
 * Prints Markdown. `N=10` makes it shorter. Nothing of either is changed for the benchmark.
 */
import { cpus, loadavg } from 'node:os'

import { freshProfile, removeProfile } from '../tests/harness/profile.ts'
import { version } from './govuk.ts'
import { held, start } from './journey.ts'
import { ensureBuilt } from './places.ts'
import { speedTable, traceTable, workTable } from './report.ts'
import { delay, startServers } from './servers.ts'
import { measureSpeed } from './speed.ts'

const repetitions = Number(process.env['N'] ?? 30)
const began = Date.now()
const load = () => loadavg()[0]?.toFixed(1)
const loadBefore = load()

/** All of it takes no longer, ms: on a busy machine fewer repetitions are made, and told. */
const longest = 340_000

async function browserVersion(): Promise<string> {
  const profile = freshProfile()
  const context = await start(profile)
  const found = context.browser()?.version() ?? 'of unknown version'
  await context.close()
  removeProfile(profile)
  return found
}

/** Progress goes beside the tables, so that they can be kept alone: `npm run bench > exit.md`. */
async function told<T>(what: string, work: Promise<T> | T): Promise<T> {
  const from = Date.now()
  const result = await work
  console.error(`· ${what}: ${Math.round((Date.now() - from) / 1000)} s`)
  return result
}

ensureBuilt()
const stop = await startServers()
try {
  const browser = await told('browser', browserVersion())
  const traces = await told('traces', traceTable())
  const works = await told('what works', workTable())
  const speed = await told('speed', measureSpeed(repetitions, [1, 6], began + longest))
  console.log(`# Exit: this site (R) beside govuk-frontend ${version} (G)

Chromium ${browser}, ${cpus().length} processors, Node ${process.version}. Order alternated;
destination ${delay} ms away; keys held ${held} ms. One run of each row that is not a time.
Load of the machine: ${loadBefore} before, ${load()} after. If that is more than its processors it
was busy with other things, and the times say little.

${traces}

${works}

${speedTable(speed)}

- A click: no claim to be faster. Both hide in the task of the event, and are seen in steps of a
  frame; R does more in that task (title, fields, text, other tabs), which can cost it a frame.
- Shift: R acts when the key goes down, G when it comes up. The ${held} ms it is held is the difference.
- Shift while typing: R leaves it alone, for phone keyboards press it themselves; Esc ×2 works there.
- What headers and \`autocomplete\` do is no part of G's component: see «G with our headers».
- G's style is the whole file of its package; one built for this component alone is smaller.
- Chromium only. Nothing here is erased: an address can stay, and so does the name of the site.
`)
} finally {
  stop()
  console.error(`· ${Math.round((Date.now() - began) / 1000)} s in all`)
}
