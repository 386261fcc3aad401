/** What is made for paper: the list of it, and what holds for the text of each format. */
import { languageIds, original, type Language } from './languages.ts'
import { pageKey, type BrochureFile, type Content, type PageFile } from './load.ts'
import type { Problem } from './problem.ts'
import { steps } from './rules.ts'

/**
 * The formats, each with the size of its pages in millimetres, how many pages its file has and how
 * many `<Panel>` its text must have.
 * A fold is one A4 in landscape folded twice, a booklet A5 pages in the order they are read, cards
 * ten to a sheet with fronts on one side and backs on the other.
 */
export const formats = {
  fold: { width: 297, height: 210, pages: 2, panels: 6 },
  sheet: { width: 210, height: 297, pages: 1, panels: 1 },
  booklet: { width: 148, height: 210, pages: 8, panels: 8 },
  cards: { width: 210, height: 297, pages: 2, panels: 2 },
  poster: { width: 210, height: 297, pages: 1, panels: 1 },
  leaflet: { width: 210, height: 297, pages: 2, panels: 2 },
} as const

export type Format = keyof typeof formats

/** Brochures in the order of their numbers, in `language` or, where it is not written, in Swedish. */
export function brochuresIn({ brochures }: Content, language: Language): BrochureFile[] {
  return [...brochures.values()]
    .filter(({ language }) => language === original)
    .map((swedish) => brochures.get(pageKey(language, swedish.id)) ?? swedish)
    .toSorted((a, b) => a.head.number - b.head.number)
}

/** The name of a brochure's file, which tells nothing: `blad-1-sv.pdf`. */
export const fileName = ({ head, language }: BrochureFile) => `blad-${head.number}-${language}.pdf`

/**
 * The path of a brochure's PDF; `undefined` in a build without a browser, and while writing.
 * `PAPER_FILES` is set by the build once a browser has started, before the pages are made.
 */
export const fileOf = (brochure: BrochureFile): string | undefined =>
  process.env['PAPER_FILES'] ? `/fil/${fileName(brochure)}` : undefined

/** Brochures as if they were pages, so that the same checks read them. */
export const asPages = ({ brochures }: Content): [string, PageFile][] =>
  [...brochures.values()].map((brochure) => {
    const { checked, lawAsOf, revision, follows, sources, facts } = brochure.head
    const { title, description } = brochure.head
    const id = `broschyrer/${brochure.id}`
    return [
      pageKey(brochure.language, id),
      {
        ...brochure,
        id,
        head: {
          ...{ title, description, checked, lawAsOf, revision, follows, sources, facts },
          audience: ['alla'],
          related: [],
        },
      },
    ]
  })

/** What only paper has: panels, one number a brochure, the thread whole, QR codes where they may be. */
export function brochureProblems(content: Content): Problem[] {
  return [...content.brochures.values()].flatMap((brochure) => [
    ...alike(brochure, content),
    ...wrongPanels(brochure),
    ...wrongThread(brochure),
    ...tells(brochure),
  ])
}

function alike({ id, file, head, language }: BrochureFile, { brochures }: Content): Problem[] {
  const swedish = brochures.get(pageKey(original, id))
  if (!swedish)
    return [{ file, expected: `content/brochures/${id}/sv.mdx`, mend: 'skriv den svenska först.' }]
  const same = ['number', 'format', 'audience'] as const
  const twice = [...brochures.values()].find(
    (other) => other.language === language && other.id !== id && other.head.number === head.number,
  )
  return [
    ...same
      .filter((field) => head[field] !== swedish.head[field])
      .map((field) => ({
        file,
        field,
        found: `«${head[field]}»`,
        expected: `samma som på svenska: ${swedish.head[field]}`,
        mend: 'rätta raden.',
      })),
    ...(twice
      ? [
          {
            file,
            field: 'number',
            found: `${head.number}, som också ${twice.file} har`,
            expected: 'ett eget nummer för varje blad',
            mend: 'välj nästa lediga nummer.',
          },
        ]
      : []),
  ]
}

function wrongPanels({ file, head, body }: BrochureFile): Problem[] {
  const found = body.match(/<Panel\b/g)?.length ?? 0
  const { panels } = formats[head.format]
  if (found === panels) return []
  return [
    {
      file,
      field: 'Panel',
      found: String(found),
      expected: `${panels} stycken <Panel>, så många som formatet ${head.format} har`,
      mend: 'dela texten på så många.',
    },
  ]
}

function wrongThread({ file, body }: BrochureFile): Problem[] {
  const knots = [...body.matchAll(/<Knot of="([^"]+)"/g)].map(([, step]) => step ?? '')
  if (knots.length === 0 || knots.join() === steps.join()) return []
  return [
    {
      file,
      field: 'Knot',
      found: knots.join(', '),
      expected: steps.join(', '),
      mend: 'skriv alla steg, i ordning.',
    },
  ]
}

/** Words that give a file or a card away to someone who only sees its name. */
const telling = /våld|kvinno|frid|polis|brott|rätt|dom|hjälp|rvc|abuse|violen|women|police|crime/i

function tells({ file, head, body }: BrochureFile): Problem[] {
  const problem = (field: string, found: string, expected: string): Problem => ({
    ...{ file, field, found, expected },
    mend: 'byt ordet, eller ta bort det.',
  })
  return [
    ...(telling.test(head.neutral)
      ? [problem('neutral', `«${head.neutral}»`, 'ett namn som inte säger något: «Blad 1»')]
      : []),
    ...(head.audience === 'kvinna' && /<Qr\b/.test(body)
      ? [problem('Qr', '<Qr>', 'ingen QR-kod på det som hon tar med sig: den lämnar spår')]
      : []),
  ]
}

/** Languages in which a brochure is written, Swedish first. */
export const languagesOf = ({ brochures }: Content, id: string): Language[] =>
  languageIds.filter((language) => brochures.has(pageKey(language, id)))
