/** Everything she answered, card and words together, in the order of the form. */
import type { Card, Words } from '../contact/envelope.ts'
import { fields, type Field } from '../contact/request.ts'
import { inWords, questions } from './words.ts'

/** One answer: the question's name, and what she said. */
export interface Said {
  field: Field
  name: string
  said: string
}

/** Names of what she writes in her own words. */
const own: Partial<Record<Field, string>> = {
  number: 'Nummer',
  name: 'Vill kallas',
  word: 'Ordet vi säger',
  wordBack: 'Det hon svarar',
  text: 'Hennes text',
}

export function answersOf(card: Card, words: Words): Said[] {
  const written = words.request as Partial<Record<Field, string>>
  return fields.flatMap((field) => {
    const said = field in own ? written[field] : inWords(card.request, field)
    return said ? [{ field, name: own[field] ?? questions[field]?.name ?? field, said }] : []
  })
}

/** What stood in `before` and stands otherwise, or not at all, in `now`. */
export const changedFrom = (before: Said[], now: Said[]) =>
  before.filter(({ field, said }) => now.find((one) => one.field === field)?.said !== said)
