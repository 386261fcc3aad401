/** What is compared and where it is served. Ports of its own: the tests may run meanwhile. */
import { existsSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

export const folder = 'dist.bench'

const port = Number(process.env['BENCH_PORT'] ?? 4391)
export const ports = {
  site: port,
  search: port + 1,
  safe: port + 2,
  govuk: port + 3,
  govukToo: port + 4,
}

/** The search engine she comes from. */
export const search = `http://search.localhost:${ports.search}/`

/** Where both exits lead. */
export const safe = `http://safe.localhost:${ports.safe}/`

/** The pages she reads, the first by a link from the search engine. */
export const paths = ['/sv/', '/sv/nu/', '/sv/kontakt/'] as const

/** A word no page has, to look for afterwards. */
export const typed = 'zebrafink'

/** One of the sites that are compared. */
export interface Candidate {
  id: string
  name: string
  origin: string
  /** The control that exits. */
  exit: string
  /** A field to type in. */
  field: string
  /** There is such an element when this page can be used. */
  shows: (path: string) => string
}

export const ours: Candidate = {
  id: 'ours',
  name: 'this site',
  origin: `http://rvc.localhost:${ports.site}`,
  exit: 'a[data-exit]',
  field: 'header input[type=search]',
  // The address bar keeps the first page; each page tells its own address at its foot.
  shows: (path) => `.own a[href="${path}"]`,
}

export const govuk: Candidate = {
  id: 'govuk',
  name: 'GOV.UK',
  origin: `http://gov.localhost:${ports.govuk}`,
  exit: 'a.govuk-exit-this-page__button',
  field: 'main input',
  shows: (path) => `body:has([data-govuk-exit-this-page-init]) nav a[aria-current][href="${path}"]`,
}

/** Headers and attributes are no part of the component: what is left when they are ours? */
export const govukToo: Candidate = {
  ...govuk,
  id: 'govuk-too',
  name: 'GOV.UK, our headers',
  origin: `http://gov-too.localhost:${ports.govukToo}`,
}

/**
 * Builds our site for the benchmark, unless there is one whose exit leads to the destination here.
 * A build that is there is used as it is: remove it to measure a newer text.
 */
export function ensureBuilt(): void {
  const there = existsSync(`${folder}/manifest.json`)
  if (there && htmlOf(paths[0]).includes(` data-leave-to="${safe}"`)) return
  const { status } = spawnSync(process.execPath, ['server/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DIST_DIR: folder, EXIT_TO: safe },
  })
  if (status !== 0) throw new Error('the site could not be built: npm run build tells why')
}

/** The HTML of a page of our built site. */
export const htmlOf = (path: string) => readFileSync(`${folder}/site${path}index.html`, 'utf8')
