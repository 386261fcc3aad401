import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'
import type { z } from 'zod'

import { clipsIn, type Clip } from './clips.ts'
import { isLanguage, languageIds, type Language } from './languages.ts'
import { fromZod, type Problem } from './problem.ts'
import * as schemas from './schemas.ts'

/** One page in one language, as written. */
export interface PageFile {
  id: string
  language: Language
  file: string
  head: schemas.Page
  body: string
}

/** One brochure in one language, as written. */
export interface BrochureFile {
  id: string
  language: Language
  file: string
  head: schemas.Brochure
  body: string
}

/** Everything in `content/`, read and checked field by field. */
export interface Content {
  pages: Map<string, PageFile>
  /** By `pageKey(language, id)`. */
  brochures: Map<string, BrochureFile>
  areas: (schemas.Area & { id: string })[]
  acts: Record<string, { name: string; sfs: string }>
  settings: schemas.Settings
  addresses: Record<string, string>
  titles: schemas.Titles
  glossary: Partial<Record<Language, schemas.Glossary['terms']>>
  thesaurus: Partial<Record<Language, schemas.Thesaurus['groups']>>
  decide: schemas.Decide
  courtroom: schemas.Courtroom
  places: schemas.Places
  services: schemas.Services
  /** Newest first. */
  changes: schemas.Change[]
  links: schemas.Links
  cards: schemas.Cards
  worksheets: schemas.Worksheets
  storyboard: schemas.Storyboard
  film: Partial<Record<Language, schemas.FilmWords>>
  /** Films and captions that staff have put in, as they lie in `content/`. */
  clips: Clip[]
}

/** Key of a page: `sv/steg/anmalan`. */
export const pageKey = (language: Language, id: string) => `${language}/${id}`

/**
 * Reads `content/` (or another folder of the same form).
 * A file that cannot be read as it should is left out and told in `problems`.
 */
export function load(root = 'content'): { content: Content; problems: Problem[] } {
  const problems: Problem[] = []

  function read<T>(file: string, schema: z.ZodType<T>, text?: string): T | undefined {
    let value: unknown
    try {
      value = parse(text ?? readFileSync(join(root, file), 'utf8'))
    } catch (error) {
      problems.push(notYaml(join(root, file), error))
      return undefined
    }
    const result = schema.safeParse(value)
    if (!result.success) problems.push(...fromZod(join(root, file), value, result.error))
    return result.data
  }

  const yamlIn = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  const perLanguage = <T>(folder: string, schema: z.ZodType<T>) =>
    Object.fromEntries(
      yamlIn(folder)
        .filter((name) => isLanguage(name.slice(0, -5)))
        .map((name) => [name.slice(0, -5), read(`${folder}/${name}`, schema)] as const)
        .filter(([, value]) => value),
    ) as Partial<Record<Language, T>>

  /** Every MDX file below a folder: its name without the ending, head and body. */
  function texts<T>(folder: string, schema: z.ZodType<T>) {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mdx'))
      .flatMap((name) => {
        const file = `${folder}/${name}`
        const [, top = '', body = ''] =
          /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(root, file), 'utf8')) ?? []
        const head = read(file, schema, top)
        return head ? [{ name: name.slice(0, -4), file: join(root, file), head, body }] : []
      })
  }

  const pages = new Map<string, PageFile>()
  for (const language of languageIds)
    for (const { name, ...text } of texts(language, schemas.Page))
      pages.set(pageKey(language, name), { id: name, language, ...text })

  const brochures = new Map<string, BrochureFile>()
  for (const { name, ...text } of texts('brochures', schemas.Brochure)) {
    const [id = '', language = ''] = name.split('/')
    if (isLanguage(language)) brochures.set(pageKey(language, id), { id, language, ...text })
  }

  const areas = yamlIn('facts')
    .filter((name) => name !== 'acts.yaml')
    .flatMap((name) => {
      const area = read(`facts/${name}`, schemas.Area)
      return area ? [{ id: name.slice(0, -5), ...area }] : []
    })
  const whole = {
    acts: read('facts/acts.yaml', schemas.Acts)?.acts,
    settings: read('settings.yaml', schemas.Settings),
    addresses: read('addresses.yaml', schemas.Addresses),
    titles: read('titles.yaml', schemas.Titles),
    decide: read('decide.yaml', schemas.Decide),
    courtroom: read('courtroom.yaml', schemas.Courtroom),
    places: read('places.yaml', schemas.Places),
    services: read('services.yaml', schemas.Services),
    links: read('links.yaml', schemas.Links),
    cards: read('cards.yaml', schemas.Cards),
    worksheets: read('worksheets.yaml', schemas.Worksheets),
    storyboard: read('film/storyboard.yaml', schemas.Storyboard),
  }
  const changes = yamlIn('changes')
    .flatMap((name) => read(`changes/${name}`, schemas.Changes)?.changes ?? [])
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
  const content = {
    pages,
    brochures,
    areas,
    changes,
    ...whole,
    film: perLanguage('film', schemas.FilmWords),
    clips: clipsIn(root),
    glossary: mapValues(perLanguage('glossary', schemas.Glossary), ({ terms }) => terms),
    thesaurus: mapValues(perLanguage('search', schemas.Thesaurus), ({ groups }) => groups),
  } as Content
  return { content, problems }
}

function mapValues<K extends string, A, B>(of: Partial<Record<K, A>>, change: (value: A) => B) {
  return Object.fromEntries(
    Object.entries(of).map(([key, value]) => [key, change(value as A)]),
  ) as Partial<Record<K, B>>
}

function notYaml(file: string, error: unknown): Problem {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return {
      file,
      found: 'ingen fil',
      expected: 'filen måste finnas',
      mend: 'lägg tillbaka filen.',
    }
  const [first = 'okänt fel'] = String(error instanceof Error ? error.message : error).split('\n')
  return {
    file,
    found: first,
    expected: 'rader av formen «fält: värde»',
    mend: 'ofta är det ett kolon i texten: sätt texten inom "citattecken".',
  }
}
