import { asPages, brochureProblems } from './brochures.ts'
import { changeProblems, directoryProblems } from './check-directory.ts'
import { clipProblems, filmProblems } from './check-film.ts'
import { placeProblems } from './check-places.ts'
import { typedByHand } from './check-typed.ts'
import { joinFacts, type FactKind, type Facts } from './facts.ts'
import { languageIds, languages, original } from './languages.ts'
import { pageKey, type Content, type PageFile } from './load.ts'
import { lix, plainText, references } from './markup.ts'
import type { Problem } from './problem.ts'
import { headings, lixLimit, sections, steps } from './rules.ts'
import { takeAlong } from './take-along.ts'

/** Problems between files: names that do not exist, facts that may not be printed, templates broken. */
export function check(content: Content): Problem[] {
  const facts = joinFacts(content)
  // What is printed on paper is held to the same rules as what is read on a screen.
  const written = { ...content, pages: new Map([...content.pages, ...asPages(content)]) }
  return [
    ...namesTwice(content),
    ...sourcesMissing(content, facts),
    ...actsMissing(content, facts),
    ...unconfirmed(content),
    ...placeProblems(content),
    ...brochureProblems(content),
    ...directoryProblems(content),
    ...changeProblems(content, new Date().toISOString().slice(0, 10)),
    ...[...written.pages.values()].flatMap((page) => [
      ...headProblems(page, written, facts),
      ...bodyProblems(page, written, facts),
      ...template(page),
      ...tooHard(page),
    ]),
    ...typedByHand(written, facts),
    ...headingsMissing(content),
    ...thesaurusProblems(content),
    ...addressProblems(content),
    ...titleProblems(content),
    ...takeAlong(content, facts),
    ...filmProblems(content, facts),
    ...clipProblems(content),
  ]
}

const kinds = ['phones', 'laws', 'limits', 'claims'] as const

function namesTwice({ areas }: Content): Problem[] {
  return (['sources', ...kinds] as const).flatMap((kind) => {
    const seen = new Map<string, string>()
    return areas.flatMap((area) =>
      Object.keys(area[kind]).flatMap((name) => {
        const before = seen.get(name)
        seen.set(name, area.id)
        return before === undefined
          ? []
          : [
              {
                file: `content/facts/${area.id}.yaml`,
                field: `${kind} › ${name}`,
                found: `samma namn i content/facts/${before}.yaml`,
                expected: 'varje uppgift skriven en enda gång',
                mend: 'ta bort den ena.',
              },
            ]
      }),
    )
  })
}

function sourcesMissing({ areas }: Content, { sources }: Facts): Problem[] {
  return areas.flatMap((area) =>
    kinds.flatMap((kind) =>
      Object.entries(area[kind]).flatMap(([name, { source }]) =>
        source
          .filter((id) => !sources[id])
          .map((id) => ({
            file: `content/facts/${area.id}.yaml`,
            field: `${kind} › ${name} › source`,
            found: `«${id}»`,
            expected: 'en källa som finns under sources i någon fil i content/facts/',
            mend: 'lägg till källan, eller rätta namnet.',
          })),
      ),
    ),
  )
}

function actsMissing(content: Content, facts: Facts): Problem[] {
  const cited = [
    ...Object.keys(facts.laws),
    ...Object.values(facts.claims).flatMap(({ law }) => law ?? []),
    ...Object.values(facts.limits).flatMap(({ law }) => law ?? []),
  ]
  const unknownLaw = cited.filter((name) => !facts.laws[name])
  const unknownAct = cited.filter((name) => !content.acts[name.split(' ')[0] ?? ''])
  return [...new Set([...unknownLaw, ...unknownAct])].map((name) => ({
    file: 'content/facts/',
    field: name,
    expected: 'en bestämmelse under laws, och lagens förkortning i acts.yaml',
    mend: 'lägg till den, eller rätta stavningen.',
  }))
}

function unconfirmed({ areas }: Content): Problem[] {
  return areas.flatMap((area) =>
    kinds.flatMap((kind) =>
      Object.entries(area[kind])
        .filter(([, { mark, confirm }]) => mark === 'B' && !confirm)
        .map(([name]) => ({
          file: `content/facts/${area.id}.yaml`,
          field: `${kind} › ${name} › confirm`,
          found: 'märke B utan confirm',
          expected: 'en rad om vad personalen ska kontrollera',
          mend: 'lägg till fältet confirm.',
        })),
    ),
  )
}

function headProblems(page: PageFile, content: Content, facts: Facts): Problem[] {
  const { head, file } = page
  const translated = page.language !== original
  const swedish = content.pages.get(pageKey(original, page.id))
  const unknown = (field: string, names: string[], known: Record<string, unknown>) =>
    names
      .filter((name) => !known[name])
      .map((name) => ({
        file,
        field,
        found: `«${name}»`,
        expected: 'ett namn som finns i content/facts/',
        mend: 'rätta namnet, eller lägg till uppgiften.',
      }))
  const laws = references(page.body).laws.length > 0
  return [
    ...unknown('sources', head.sources, facts.sources),
    ...unknown('facts', head.facts, facts.claims),
    ...head.facts
      .filter((name) => facts.claims[name]?.mark === 'C')
      .map((name) => notPrintable(file, name)),
    ...[...head.related, ...references(page.body).pages]
      .filter((id) => !content.pages.has(pageKey(original, id)))
      .map((id) => ({
        file,
        field: 'länk',
        found: `«${id}»`,
        expected: 'id för en sida som finns på svenska',
        mend: 'rätta id:t. Det är filens namn i content/sv/.',
      })),
    ...(translated && (!swedish || head.follows === undefined || head.revision !== undefined)
      ? [
          {
            file,
            field: 'follows',
            expected: 'översättningar har follows (numret på den svenska texten), inte revision',
            mend: `skriv follows: ${swedish?.head.revision ?? 1}`,
          },
        ]
      : []),
    ...(!translated && (head.revision === undefined || head.follows !== undefined)
      ? [
          {
            file,
            field: 'revision',
            expected: 'svenska sidor har revision, ett tal som höjs när innebörden ändras',
            mend: 'skriv revision: 1',
          },
        ]
      : []),
    ...(laws && !head.lawAsOf
      ? [
          {
            file,
            field: 'lawAsOf',
            found: 'en lag på sidan men inget datum',
            expected: 'dagen då lagen lästes',
            mend: 'lägg till lawAsOf: ÅÅÅÅ-MM-DD',
          },
        ]
      : []),
  ]
}

const notPrintable = (file: string, name: string): Problem => ({
  file,
  field: name,
  found: 'en uppgift med märket C: ingen har sett den i en källa',
  expected: 'märke A eller B',
  mend: 'hitta en officiell källa och ändra märket, eller ta bort uppgiften från sidan.',
})

function bodyProblems(
  { file, body, language }: PageFile,
  content: Content,
  facts: Facts,
): Problem[] {
  const used = references(body)
  const missing = (what: string, names: string[], known: object) =>
    names
      .filter((name) => !(name in known))
      .map((name) => ({
        file,
        field: what,
        found: `«${name}»`,
        expected: 'ett namn som finns i content/',
        mend: 'rätta namnet, eller lägg till det.',
      }))
  const printed: [FactKind, string[]][] = [
    ['phones', used.phones],
    ['laws', used.laws],
    ['limits', used.limits],
  ]
  return [
    ...printed.flatMap(([kind, names]) => [
      ...missing(kind, names, facts[kind]),
      ...names
        .filter((name) => facts[kind][name]?.mark === 'C')
        .map((name) => notPrintable(file, name)),
    ]),
    ...missing('Term', used.terms, content.glossary[language] ?? {}),
    ...missing('Out', used.outs, onlyWithAddress(facts.sources)),
    ...missing('Known/Setting', used.settings, content.settings),
  ]
}

/** Sources a link can lead to. */
const onlyWithAddress = (sources: Facts['sources']) =>
  Object.fromEntries(Object.entries(sources).filter(([, { url }]) => url))

function template({ file, id, body }: PageFile): Problem[] {
  if (!steps.includes(id)) return []
  const used = references(body).sections
  const wanted = sections.filter(({ only }) => !only || only.includes(id)).map(({ is }) => is)
  const problems: Problem[] = []
  if (used.join() !== wanted.join())
    problems.push({
      file,
      field: 'Section',
      found: used.join(', '),
      expected: wanted.join(', '),
      mend: 'varje steg har samma delar i samma ordning.',
    })
  if (!/<Decide\s*\/>/.test(body) || !/<InShort>/.test(body))
    problems.push({
      file,
      expected: '<InShort> först och <Decide/> före checklistan',
      mend: 'lägg till den del som saknas.',
    })
  return problems
}

function tooHard({ file, id, language, body }: PageFile): Problem[] {
  if (language !== 'sv' && language !== 'latt') return []
  const found = lix(plainText(body))
  const limit = lixLimit(id, language)
  return found <= limit
    ? []
    : [
        {
          file,
          field: 'LIX',
          found: found.toFixed(1),
          expected: `högst ${limit}`,
          mend: 'korta meningarna och byt långa ord.',
        },
      ]
}

function headingsMissing({ pages }: Content): Problem[] {
  return Object.entries(headings)
    .filter(([heading, id]) => {
      const body = pages.get(pageKey(original, id))?.body ?? ''
      return !body
        .split('\n')
        .some((line) => line.replace(/^#+\s+/, '') === heading && line !== heading)
    })
    .map(([heading, id]) => ({
      file: `content/sv/${id}.mdx`,
      field: heading,
      expected: 'rubriken ord för ord, så som hon frågar',
      mend: `lägg till raden ## ${heading}`,
    }))
}

function thesaurusProblems({ thesaurus, addresses }: Content): Problem[] {
  return Object.entries(thesaurus).flatMap(([language, groups]) =>
    groups
      .filter(({ page }) => page !== undefined && addresses[page] === undefined)
      .map(({ words, page }) => ({
        file: `content/search/${language}.yaml`,
        field: words[0] ?? '',
        found: `«${page}»`,
        expected: 'id för en sida',
        mend: 'rätta page, eller ta bort raden.',
      })),
  )
}

function addressProblems({ pages, addresses }: Content): Problem[] {
  const ids = new Set([...pages.values()].map(({ id }) => id))
  const missing = [...ids].filter((id) => addresses[id] === undefined)
  const unused = Object.keys(addresses).filter((id) => !ids.has(id))
  const values = Object.values(addresses)
  const twice = values.filter((address, at) => values.indexOf(address) !== at)
  const problem = (field: string, expected: string) => ({
    file: 'content/addresses.yaml',
    field,
    expected,
    mend: 'rätta raden i content/addresses.yaml.',
  })
  return [
    ...missing.map((id) => problem(id, 'en adress för varje sida')),
    ...unused.map((id) => problem(id, `en sida content/${languageIds[0]}/${id}.mdx`)),
    ...twice.map((address) => problem(address, 'varje adress en gång')),
  ]
}

/** In lists and links she meets the name of every page in her language, and no name is kept twice. */
function titleProblems({ pages, addresses, titles }: Content): Problem[] {
  const problem = (language: string, id: string, expected: string, mend: string) => ({
    file: 'content/titles.yaml',
    field: `${language} › ${id}`,
    expected,
    mend,
  })
  return languageIds
    .filter((language) => languages[language].lang !== languages[original].lang)
    .flatMap((language) => {
      const given = titles[language] ?? {}
      const standsIn = Object.keys(addresses).filter((id) => !pages.has(pageKey(language, id)))
      return [
        ...standsIn
          .filter((id) => given[id] === undefined)
          .map((id) =>
            problem(
              language,
              id,
              'sidans namn på det språket, så länge svenskan står i stället',
              'lägg till raden, eller översätt sidan.',
            ),
          ),
        ...Object.keys(given)
          .filter((id) => !standsIn.includes(id))
          .map((id) =>
            problem(
              language,
              id,
              'bara sidor som finns på svenska men inte på det språket',
              'ta bort raden.',
            ),
          ),
      ]
    })
}
