/**
 * Search in one language, in the page: Pagefind's index, one thesaurus, compounds and misspellings.
 * Nothing here reaches the address, a log or the disk.
 */
import { fold, near, partOf, tokens } from './spelling.ts'

interface Words {
  /** Words that stand on the pages, most frequent first. */
  vocabulary: string[]
  /** What people type → words that stand on the pages. */
  groups: { words: string[]; means: string[]; page?: string }[]
  /** Words that say nothing about the subject. */
  empty: string[]
}

interface Hit {
  page: string
  url: string
  title: string
  excerpt: string
  score: number
}

interface Pagefind {
  init(): Promise<void>
  search(
    query: string | null,
    options?: { filters: { page: { any: string[] } } },
  ): Promise<{ results: Result[] }>
}

interface Result {
  id: string
  score: number
  data(): Promise<{ url: string; excerpt: string; meta: { title: string; page: string } }>
}

const loaded = new Map<string, Promise<{ pagefind: Pagefind; words: Words }>>()

/** Pagefind is one instance a module; a module a language keeps the indexes apart. */
function load(language: string) {
  const base = `/pagefind/${language}/`
  let ready = loaded.get(language)
  if (!ready) {
    ready = (async () => {
      const [pagefind, words] = await Promise.all([
        import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<Pagefind>,
        fetch(`${base}words.json`, { cache: 'no-store' }).then(
          (answer) => answer.json() as Promise<Words>,
        ),
      ])
      await pagefind.init()
      return { pagefind, words }
    })()
    loaded.set(language, ready)
    // A network that failed once may be back at the next letter.
    ready.catch(() => loaded.delete(language))
  }
  return ready
}

interface Questions {
  /** What to ask the index for, and how much each answer counts. */
  asked: Map<string, number>
  /** Pages that the thesaurus says tell of it, and how sure it is. */
  told: Map<string, number>
}

function questions(query: string, { vocabulary, groups, empty }: Words): Questions {
  const asked = new Map<string, number>()
  const told = new Map<string, number>()
  const ask = (words: string, weight: number) =>
    asked.set(words, Math.max(weight, asked.get(words) ?? 0))
  const all = tokens(query)
  const said = ` ${all.join(' ')} `
  const content = all.filter((word) => !empty.includes(word))
  const folded = new Set(vocabulary.map(fold))

  if (content.length > 0) ask(content.join(' '), 1)
  for (const word of content) {
    if (content.length > 1) ask(word, 0.4)
    for (const compound of partOf(word, vocabulary)) ask(compound, 0.5)
    if (!folded.has(word)) for (const likely of near(word, vocabulary)) ask(likely, 0.8)
  }
  for (const { words, means, page } of groups) {
    const phrase = words.map((word) => tokens(word).join(' '))
    const exact = phrase.some((words) => said.includes(` ${words} `))
    const close =
      !exact && content.some((word) => !folded.has(word) && near(word, phrase).length > 0)
    if (!exact && !close) continue
    const sure = exact ? 1 : 0.7
    means.forEach((word, at) => ask(word, sure * (1.2 - at * 0.15)))
    if (page) told.set(page, sure * 1.5 + (told.get(page) ?? 0))
  }
  return { asked, told }
}

/**
 * Pages that fit what is asked, best first.
 * @param thesaurus `false` to see what the index finds alone (the tests print it beside)
 */
export async function rank(query: string, language: string, thesaurus = true): Promise<Hit[]> {
  const { pagefind, words } = await load(language)
  const { asked, told } = thesaurus
    ? questions(query, words)
    : { asked: new Map([[query, 1]]), told: new Map<string, number>() }
  const scores = new Map<string, { result: Result; score: number }>()
  for (const [question, weight] of asked) {
    const { results } = await pagefind.search(question)
    const top = results[0]?.score ?? 1
    for (const result of results) {
      const before = scores.get(result.id)?.score ?? 0
      scores.set(result.id, { result, score: before + (weight * result.score) / top })
    }
  }
  const best = new Map([...scores].sort(([, a], [, b]) => b.score - a.score).slice(0, 15))
  // A short page may tell of it in few words; what the thesaurus points at is never left out.
  if (told.size > 0) {
    const { results } = await pagefind.search(null, {
      filters: { page: { any: [...told.keys()] } },
    })
    for (const result of results) best.set(result.id, scores.get(result.id) ?? { result, score: 0 })
  }
  const hits = await Promise.all(
    [...best.values()].map(async ({ result, score }) => {
      const { url, excerpt, meta } = await result.data()
      const { page, title } = meta
      return { page, title, url, excerpt, score: score + (told.get(page) ?? 0) }
    }),
  )
  return hits.sort((a, b) => b.score - a.score).slice(0, 8)
}

let latest = 0

/** Shows the hits for `query` in `list`; the newest query wins. */
export async function find(query: string, list: HTMLElement, language = 'sv'): Promise<void> {
  const mine = ++latest
  await new Promise((resolve) => setTimeout(resolve, 120))
  if (mine !== latest) return
  const hits = query.trim() ? await rank(query, language) : []
  if (mine !== latest) return
  const heading = document.createElement('p')
  heading.textContent = (hits.length > 0 ? list.dataset['some'] : list.dataset['none']) ?? ''
  const items = document.createElement('ol')
  items.setAttribute('role', 'list')
  items.append(...hits.map(item))
  list.replaceChildren(...(query.trim() ? [heading, items] : []))
}

function item({ page, url, title, excerpt }: Hit): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url
  link.dataset['page'] = page
  link.textContent = title
  const text = document.createElement('p')
  // Our own text with <mark> in it; parsed apart, so that nothing in it can run.
  text.append(...new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes)
  item.append(link, text)
  return item
}
