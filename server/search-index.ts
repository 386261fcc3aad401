import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { close, createIndex } from 'pagefind'

import { languageIds, languages, type Language } from '../src/model/languages.ts'
import type { Content } from '../src/model/load.ts'
import { fold } from '../src/search/spelling.ts'

/** Words that say nothing about what she looks for. */
const empty: Partial<Record<Language, string>> = {
  sv: `jag du hon han vi ni de dem den det en ett min mitt mina mig ditt din dina dig sin sitt hans hennes
    ar var vara blir bli har hade kan kunde ska skulle vill far fick maste och eller men om att som i pa av
    till fran for med utan hos vid inte nar hur vad vem vilken vilket dar har dit hit mot over under efter
    fore innan sa nu da mer mest alla allt nagon nagot ingen inget`,
  en: `i you he she we they it my your his her our their me him them is are was be am has have had can could
    will would shall may must and or but if that which who what when where how why a an the of to from for
    with without in on at by not no do does did get`,
  ar: `في من على عن إلى مع هل ما ماذا كيف متى أين أنا أنت هو هي نحن هم هذا هذه ذلك التي الذي أن إن لا لم لن قد كان`,
}

/**
 * Builds a Pagefind index for each language, of the pages written in it. Easy Swedish is Swedish,
 * so there the Swedish pages that stand in are found as well.
 * @param site folder of the built site
 * @param pages built pages: HTML, page id, language of the address and of the text
 */
export async function indexSite(
  site: string,
  pages: { path: string; html: string; id: string; language: Language; written: Language }[],
  { thesaurus }: Pick<Content, 'thesaurus'>,
): Promise<void> {
  for (const language of languageIds) {
    const { lang } = languages[language]
    const { index, errors } = await createIndex({ forceLanguage: lang })
    if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`)
    const mine = pages.filter(
      (page) =>
        page.language === language && languages[page.written].lang === lang && page.id !== 'sok',
    )
    for (const { path, html, id } of mine) {
      const added = await index.addHTMLFile({ url: path, content: marked(html, id) })
      if (added.errors.length > 0) throw new Error(`Pagefind, ${path}: ${added.errors.join(', ')}`)
    }
    const folder = join(site, 'pagefind', language)
    await index.writeFiles({ outputPath: folder })
    for (const unused of unusedFiles) rmSync(join(folder, unused), { force: true })
    amend(folder)
    const same = language === 'latt' ? 'sv' : language
    const words = {
      vocabulary: vocabulary(mine.map(({ html }) => html)),
      groups: [
        ...(thesaurus[language] ?? []),
        ...(same === language ? [] : (thesaurus[same] ?? [])),
      ],
      empty: (empty[same] ?? '').split(/\s+/).map(fold),
    }
    writeFileSync(join(folder, 'words.json'), JSON.stringify(words))
  }
  await close()
}

/** Pagefind's own user interfaces; the site has its own, far smaller. */
const unusedFiles = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
]

/** Tells Pagefind what the text is; done here, so that the pages carry none of it. */
function marked(html: string, id: string): string {
  return html
    .replace(
      '<main ',
      `<main data-pagefind-body data-pagefind-meta="page:${id}" data-pagefind-filter="page:${id}" `,
    )
    .replaceAll(
      /<(section|nav|ul)( class="(?:words|sources|related|next|index)")/g,
      '<$1 data-pagefind-ignore$2',
    )
}

/** The words of the pages, four letters or more, most frequent first. */
function vocabulary(pages: string[]): string[] {
  const counts = new Map<string, number>()
  for (const html of pages) {
    const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
    const text = main
      .replaceAll(/<(script|style|textarea)[^>]*>.*?<\/\1>/gs, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .toLowerCase()
    for (const [word] of text.matchAll(/[\p{L}]{4,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}

/** Pagefind lets the browser keep what it fetches, and gives up a worker that takes five seconds. */
const amendments = [
  ['pagefind.js', 'fetch(queued.input)', 'fetch(queued.input,{cache:"no-store"})'],
  ['pagefind-worker.js', 'fetch(queued.input)', 'fetch(queued.input,{cache:"no-store"})'],
  ['pagefind.js', '5e3', '6e4'],
] as const

function amend(folder: string): void {
  for (const [file, before, after] of amendments) {
    const text = readFileSync(join(folder, file), 'utf8')
    if (text.split(before).length !== 2) throw new Error(`Pagefind has changed: ${file}, ${before}`)
    writeFileSync(join(folder, file), text.replace(before, after))
  }
}
