/** The content as the build uses it: read once, refused if anything is wrong. */
import { joinFacts } from './facts.ts'
import { languages, original, type Language } from './languages.ts'
import { load, pageKey } from './load.ts'
import { tell } from './problem.ts'

function read() {
  const { content, problems } = load()
  if (problems.length > 0) throw new Error(problems.map(tell).join('\n\n'))
  // A test needs a domain before staff have chosen one.
  content.settings.domain = process.env['DOMAIN'] || content.settings.domain
  return { content, facts: joinFacts(content) }
}

let cached: ReturnType<typeof read> | undefined
let readAt = 0

/** While writing (`npm run dev`) the content is read anew when it is older than this, milliseconds. */
const stale = 3000

/** Content and facts. */
export function site() {
  const old = import.meta.env?.DEV && Date.now() - readAt > stale
  if (!cached || old) {
    cached = read()
    readAt = Date.now()
  }
  return cached
}

/** Where the exit leads; `EXIT_TO` at build time wins (a test needs a place of its own). */
export const exitTo = () => process.env['EXIT_TO'] || site().content.settings.exitTo

/** The public path of a page: `/sv/steg/2/`. */
export function pathOf(language: Language, id: string): string {
  const address = site().content.addresses[id]
  if (address === undefined)
    throw new Error(`Sidan «${id}» har ingen adress i content/addresses.yaml.`)
  return address === '' ? `/${language}/` : `/${language}/${address}/`
}

/** A page as written in `language`, or in Swedish where there is no translation. */
export function pageIn(language: Language, id: string) {
  const { pages } = site().content
  const page = pages.get(pageKey(language, id)) ?? pages.get(pageKey(original, id))
  if (!page) throw new Error(`Sidan «${id}» finns inte i content/${original}/.`)
  return page
}

/** What a page is called in `language`, also while Swedish stands in for its text. */
export function titleIn(language: Language, id: string): string {
  const { pages, titles } = site().content
  const written = pages.get(pageKey(language, id))?.head.title
  return written ?? titles[language]?.[id] ?? pageIn(original, id).head.title
}

/** Whether the text of a page is Swedish to someone who chose a language that is not. */
export const isForeign = (language: Language, id: string) =>
  languages[pageIn(language, id).language].lang !== languages[language].lang

/** Facts a page of `kallor`: with more, a page would weigh too much for a slow phone. */
const factsPerPage = 20

/** The areas of facts cut into pages, in order; the page's number is its address. */
export function factPages() {
  return site().content.areas.flatMap((area) => {
    const all = (['phones', 'laws', 'limits', 'claims'] as const).flatMap((kind) =>
      Object.entries(area[kind])
        .filter(([, { mark }]) => mark !== 'C')
        .map(([name, fact]) => ({ kind, name, fact })),
    )
    const parts = Math.max(1, Math.ceil(all.length / factsPerPage))
    return Array.from({ length: parts }, (_, part) => ({
      title: parts > 1 ? `${area.title} (${part + 1} av ${parts})` : area.title,
      facts: all.slice(part * factsPerPage, (part + 1) * factsPerPage),
    }))
  })
}
