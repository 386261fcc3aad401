/** Problems in what is made to be taken along: cards to show and worksheets. */
import type { Facts } from './facts.ts'
import { original } from './languages.ts'
import { pageKey, type Content } from './load.ts'
import type { Problem } from './problem.ts'

/** Names that lead nowhere, rights without a fact, a plan that could be filled in. */
export function takeAlong(content: Content, facts: Facts): Problem[] {
  const cards = content.cards.cards.map((card) => ({ ...card, file: 'content/cards.yaml' }))
  const sheets = content.worksheets.sheets.map((sheet) => ({
    ...sheet,
    file: 'content/worksheets.yaml',
  }))
  return [
    ...[...cards, ...sheets].flatMap((one) => factProblems(one, facts)),
    ...cards
      .filter(({ right, facts }) => right && facts.length === 0)
      .map(({ file, id }) =>
        problem(file, `${id} › right`, 'facts som bär rätten', 'lägg till facts'),
      ),
    ...cards.flatMap(({ file, id, where }) =>
      where
        .filter((place) => !content.cards.places[place])
        .map((place) =>
          problem(file, `${id} › where`, 'en plats under places', `rätta «${place}»`),
        ),
    ),
    ...cards.flatMap(({ file, id, text }) =>
      Object.values(text)
        .flatMap((words) => phonesIn(words))
        .filter((name) => facts.phones[name]?.mark !== 'A')
        .map((name) =>
          problem(file, `${id} › text`, 'ett telefonnummer med märke A', `rätta «${name}»`),
        ),
    ),
    ...sheets
      .filter(({ page }) => page && !content.pages.has(pageKey(original, page)))
      .map(({ file, id }) => problem(file, `${id} › page`, 'id för en sida', 'rätta page')),
    ...sheets
      .filter(({ questions, rows, fields, checks }) => questions && (rows || fields || checks))
      .map(({ file, id }) =>
        problem(
          file,
          id,
          'questions ensamt: en plan får inte kunna fyllas i',
          'ta bort rows, fields och checks',
        ),
      ),
  ]
}

/** Names of phone numbers in a text: `{112}`. */
export const phonesIn = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

const problem = (file: string, field: string, expected: string, mend: string): Problem => ({
  file,
  field,
  expected,
  mend: `${mend}.`,
})

function factProblems(
  { file, id, facts: used }: { file: string; id: string; facts: string[] },
  { claims }: Facts,
): Problem[] {
  return used
    .filter((name) => !claims[name] || claims[name].mark === 'C')
    .map((name) => ({
      file,
      field: `${id} › facts`,
      found: `«${name}»`,
      expected: 'en uppgift i content/facts/ med märke A eller B',
      mend: 'rätta namnet, eller ta bort det.',
    }))
}
