import { joinFacts, type Facts } from './facts.ts'
import { original } from './languages.ts'
import { pageKey, type Content } from './load.ts'
import type { Problem } from './problem.ts'
import type { Service } from './schemas.ts'

const file = 'content/services.yaml'

/** What a writer must mend in the directory of services. */
export function directoryProblems(content: Content): Problem[] {
  const facts = joinFacts(content)
  return [
    ...Object.entries(content.services.services).flatMap(([id, service]) => [
      ...namesMissing(id, service, content, facts),
      ...unfounded(id, service),
      ...unmarked(id, service),
    ]),
    ...phonesLeftOut(content, facts),
  ]
}

function namesMissing(id: string, service: Service, content: Content, facts: Facts): Problem[] {
  const { door, url } = service
  const shown = (kind: 'phones' | 'claims') => (name: string) =>
    facts[kind][name] !== undefined && facts[kind][name].mark !== 'C'
  const wanted: [string, string[], (name: string) => boolean][] = [
    ['organisation', [service.organisation], (name) => name in content.services.organisations],
    ['door', door ? [door] : [], (name) => name in content.places.doors],
    ['phones', service.phones, shown('phones')],
    ['facts', service.facts, shown('claims')],
    ['source', service.source, (name) => name in facts.sources],
    ['url', url ? [url] : [], (name) => facts.sources[name]?.url !== undefined],
  ]
  return wanted.flatMap(([field, names, known]) =>
    names
      .filter((name) => !known(name))
      .map((name) => ({
        file,
        field: `${id} › ${field}`,
        found: `«${name}»`,
        expected: 'ett namn som finns, med märke A eller B (och en adress, om det är url)',
        mend: 'rätta namnet, eller lägg till uppgiften i content/facts/.',
      })),
  )
}

/** A name or a text that is missing, and what is said without a fact behind it. */
function unfounded(id: string, service: Service): Problem[] {
  const { door, name, says, mark, confirm, facts } = service
  const claimed = [
    service.languages.length > 0 && 'languages',
    service.interpreter && 'interpreter',
    service.anonymous && 'anonymous',
    service.free && 'free',
    service.ages && 'ages',
  ].filter((field) => typeof field === 'string')
  const problem = (field: string, expected: string, mend: string) => ({
    file,
    field: `${id} › ${field}`,
    expected,
    mend,
  })
  return [
    ...(Boolean(door) === Boolean(name && says)
      ? [problem('name, says', 'antingen door, eller name och says', 'skriv det ena.')]
      : []),
    ...(mark === 'B' && !confirm
      ? [problem('confirm', 'en rad om vad personalen ska kontrollera', 'lägg till confirm.')]
      : []),
    ...(facts.length === 0
      ? claimed.map((field) =>
          problem(field, 'minst en uppgift under facts som säger det', 'lägg till den i facts.'),
        )
      : []),
  ]
}

/** Words that tell of sheltered housing; a duty desk of another kind is none. */
const ofShelter =
  /(?<!social|brottsoffer|ud-|läkar)jour(?!nal|hav)|skyddat boende|shelter|kvinnors hus/i

/** A shelter is marked as one. That nothing tells where it is holds of all text: `check-places.ts`. */
function unmarked(id: string, { name, says, organisation, kind, shelter }: Service): Problem[] {
  const own = JSON.stringify([name, says, organisation])
  return shelter || (kind !== 'shelter' && !ofShelter.test(own))
    ? []
    : [
        {
          file,
          field: `${id} › shelter`,
          found: 'ordet jour eller skyddat boende, men inte shelter: true',
          expected: 'shelter: true, så att ingen plats kan följa med i öppna data',
          mend: 'skriv shelter: true.',
        },
      ]
}

/** Every number that may be printed stands in the directory: nothing is lost between the two. */
function phonesLeftOut({ services, places }: Content, facts: Facts): Problem[] {
  const listed = new Set(
    Object.values(services.services).flatMap(({ door, phones }) => [
      ...phones,
      ...(door ? [places.doors[door]?.phone] : []),
    ]),
  )
  return Object.entries(facts.phones)
    .filter(([id, { mark }]) => mark !== 'C' && !listed.has(id))
    .map(([id]) => ({
      file,
      field: 'phones',
      found: `numret «${id}» finns i content/facts/ men inte i katalogen`,
      expected: 'varje nummer hos en tjänst i katalogen',
      mend: 'lägg till en tjänst med numret under phones.',
    }))
}

/**
 * What a writer must mend in the list of changes.
 * @param today the last day that may be told, `YYYY-MM-DD`
 */
export function changeProblems(content: Content, today: string): Problem[] {
  const facts = joinFacts(content)
  const known = (name: string) =>
    (['claims', 'phones', 'laws', 'limits'] as const).some(
      (kind) => facts[kind][name] && facts[kind][name].mark !== 'C',
    )
  const ids = content.changes.map(({ id }) => id)
  return content.changes.flatMap((change) => {
    const { id, date, entered } = change
    const problem = (field: string, found: string, expected: string) => ({
      file: 'content/changes/',
      field: `${id} › ${field}`,
      found: `«${found}»`,
      expected,
      mend: 'rätta raden.',
    })
    const whole = date.length === 7 ? `${date}-01` : date
    const day = new Date(whole)
    return [
      ...(ids.filter((other) => other === id).length > 1 ? [problem('id', id, 'ett eget id')] : []),
      ...(Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== whole
        ? [problem('date', date, 'en dag som finns')]
        : []),
      ...[whole, entered]
        .filter((when) => when > today)
        .map((when) => problem('date, entered', when, 'en dag som inte ligger i framtiden')),
      ...[...change.facts, ...(change.number ? [change.number.of] : [])]
        .filter((name) => !known(name))
        .map((name) => problem('facts', name, 'ett namn i content/facts/, märke A eller B')),
      ...change.pages
        .filter((page) => !content.pages.has(pageKey(original, page)))
        .map((page) => problem('pages', page, 'id för en sida som finns på svenska')),
      ...(change.facts.length === 0 && !change.pages.includes('start')
        ? [problem('facts', 'tomt', 'minst en uppgift, eller sidan start om det gäller sajten')]
        : []),
    ]
  })
}
