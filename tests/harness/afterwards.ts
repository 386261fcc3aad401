/** A whole visit with a fresh profile, and everything that can be seen of it afterwards. */
import words from '../../content/words/sv.json' with { type: 'json' }
import { freshProfile, removeProfile, traces, type Row } from './profile.ts'
import { arrival, until, visit, type Browser, type Tab } from './visit.ts'

/** A kind of browser: how it starts, and where it keeps its history. */
export interface Engine {
  start(profile: string): Promise<Browser>
  history(profile: string): Row[]
}

/** How a visit ends, and what is seen from there. */
type End = (tab: Tab) => Promise<{ referer: string; walked: string[] }>

/** Leaves for the destination, then tries Back and Forward three times each. */
const leaving =
  (leave: (tab: Tab) => Promise<unknown>): End =>
  async (tab) => {
    await leave(tab)
    let referer = ''
    await until(async () => {
      referer = await tab.ask(`document.querySelector('#referer').textContent`)
      return true
    })
    const walked: string[] = []
    for (const delta of [-1, -1, -1, 1, 1, 1] as const)
      if (await tab.step(delta))
        await until(
          async () => walked.push(await tab.ask('`${location.href} ${document.title}`')) > 0,
        )
    return { referer, walked }
  }

export const escapeTwice = leaving(async (tab) => {
  await tab.press('Escape')
  await tab.press('Escape')
})

/** On the ordinary site: a link, once the search has become an address. */
export const followLink = leaving(async (tab) => {
  await until(() => tab.ask(`location.search !== '' && document.readyState === 'complete'`))
  await tab.click('[data-exit]')
})

export const closeTab: End = async (tab) => {
  await tab.close()
  return { referer: 'none', walked: [] }
}

type Found = [marker: string, file: string][]

/** A visit of which nothing is seen; what someone who takes up the device could find. */
export const nothing = {
  listed: [] as Row[],
  otherAddresses: [] as Row[],
  namedInHistory: [] as Row[],
  backAndForward: [] as string[],
  referer: [] as string[],
  titles: [] as Found,
  sentences: [] as Found,
  paths: [] as Found,
  typed: [] as Found,
  hits: [] as Found,
}

export type Seen = typeof nothing

/** Titles that tell nothing: the site's neutral one and the destination's. */
const neutral = [words['site.neutral'], 'Weather']

/**
 * Makes a visit, closes the browser, and looks.
 * @param origin our site, or the same pages as an ordinary one
 * @param pause how long she reads each page, in milliseconds
 */
export async function afterVisit(
  engine: Engine,
  origin: string,
  end: End,
  pause = 0,
): Promise<Seen> {
  const profile = freshProfile()
  const browser = await engine.start(profile)
  try {
    const tab = await browser.newTab()
    const markers = await visit(tab, origin, pause)
    const { referer, walked } = await end(tab)
    const shown = (await browser.listed?.()) ?? []
    await browser.settle?.()
    await browser.quit()

    const all = engine.history(profile)
    const missed = shown.filter(
      (address) => !all.some(({ url, listed }) => listed && url === address),
    )
    if (missed.length > 0) throw new Error(`shown by the browser, not by its database: ${missed}`)
    const ours = all.filter(({ url }) => url.startsWith(origin))
    const found = traces(profile, Object.values(markers).flat())
    const kept = (kind: keyof typeof markers) =>
      found.filter(([marker]) => markers[kind].includes(marker))
    return {
      listed: ours.filter(({ listed }) => listed),
      otherAddresses: ours.filter(({ url }) => url !== origin + arrival),
      namedInHistory: ours.filter(({ title }) => !neutral.includes(title)),
      backAndForward: walked.filter((page) => page.startsWith(origin)),
      referer: [referer].filter((told) => told !== 'none'),
      titles: kept('titles'),
      sentences: kept('sentences'),
      paths: kept('paths'),
      typed: kept('typed'),
      hits: kept('hits'),
    }
  } finally {
    await browser.quit().catch(() => undefined)
    removeProfile(profile)
  }
}
