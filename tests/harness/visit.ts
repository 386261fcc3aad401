/** One visit, the same in every browser: from a search engine, five pages, a search. */
import { origins } from './origins.ts'
import { manifest } from './site.ts'

/** A tab of a browser, with a reader at its real mouse and keyboard. */
export interface Tab {
  open(address: string): Promise<unknown>
  /** Clicks the first such element that is seen. */
  click(selector: string): Promise<unknown>
  type(text: string): Promise<unknown>
  press(key: 'Enter' | 'Escape'): Promise<unknown>
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>
  /** Back or forward; false if there is nowhere to go. */
  step(delta: 1 | -1): Promise<boolean>
  close(): Promise<unknown>
}

/** A browser with a profile on the disk; when it has quit, everything is written. */
export interface Browser {
  newTab(): Promise<Tab>
  /** Addresses on the browser's own history page, where it has one that can be read. */
  listed?(): Promise<string[]>
  /** Waits for what the browser writes later. */
  settle?(): Promise<unknown>
  quit(): Promise<unknown>
}

/** What was on the screen, or typed; none of it should be found afterwards. */
export type Markers = Record<'titles' | 'sentences' | 'paths' | 'typed' | 'hits', string[]>

/** Where she arrives, and where she goes from there. */
export const arrival = '/sv/'
const paths = ['/sv/nu/', '/sv/stod/', '/sv/kontakt/', '/sv/sok/']

/** A word no page has, to look for afterwards, and one that gives hits. */
const [unheard, known] = ['zebrafink', 'polis']

/** Names of the files that hold one page each for the search: they tell what was found. */
const hits = Object.keys(manifest.files).flatMap(
  (path) => /\/pagefind\/sv\/fragment\/(.+)\.pf_fragment$/.exec(path)?.[1] ?? [],
)

/** Waits until something is true; a page that is being changed may not answer at once. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() > end) throw new Error(`never came true: ${isTrue}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Waits for a page: its own address stands at its foot, the address bar keeps the first one. */
export const shows = (tab: Tab, path: string) =>
  until(() => tab.ask(`document.querySelector('.own a').getAttribute('href') === '${path}'`))

/**
 * Types in the field of the search page and waits for hits.
 * @param language of the pages that are to be found
 */
export async function search(tab: Tab, query: string, language = 'sv'): Promise<void> {
  await tab.click('main [data-search]')
  await tab.type(query)
  const hit = `[data-results] a[href^="/${language}/"]`
  await until(() => tab.ask(`document.querySelector('${hit}') !== null`))
}

/**
 * Comes from the search engine, reads by clicking, searches, and stays on the search page.
 * @param origin our site, or the same pages as an ordinary one
 * @param pause how long she reads each page, in milliseconds
 */
export async function visit(tab: Tab, origin: string, pause: number): Promise<Markers> {
  const titles: string[] = []
  const sentences: string[] = []
  await tab.open(origins.search)
  await tab.ask(`document.querySelector('#rvc').href = '${origin}${arrival}'`)
  await tab.click('#rvc')
  await shows(tab, arrival)
  for (const path of paths) {
    // The heading, which is the title: the tab itself shows a neutral word for some seconds.
    titles.push(await tab.ask(`document.querySelector('h1').textContent`))
    sentences.push(await tab.ask(longestText))
    await new Promise((resolve) => setTimeout(resolve, pause))
    await tab.click(`nav a[href="${path}"], footer a[href="${path}"]`)
    await shows(tab, path)
  }
  await search(tab, `${unheard} ${known}`)
  await tab.press('Enter')
  return { titles, sentences, paths, typed: [unheard], hits }
}

/** The longest piece of text that stands in the HTML just as it is read. */
const longestText = `(() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walk.nextNode()) texts.push(walk.currentNode.data.trim())
  const plain = texts.filter((text) => !/[&<>"'\\n]/.test(text))
  return plain.sort((a, b) => b.length - a.length)[0].slice(0, 60)
})()`
