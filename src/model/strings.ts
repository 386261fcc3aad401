/** All text in `content/`, for checks that hold wherever something is written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text and where it stands. */
export type Written = readonly [at: string, text: string]

/** All text below a value. */
export function* stringsIn(value: unknown, at: string): Generator<Written> {
  if (typeof value === 'string') yield [at, value]
  else if (value instanceof Map)
    for (const [name, one] of value as Map<string, unknown>)
      yield* stringsIn(one, `${at} › ${name}`)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* stringsIn(one, `${at} › ${name}`)
}

/** Words that are not part of `Content`, each file whole: of the interface, the form, the replies. */
export const otherWords = (): Written[] =>
  ['content/words', 'content/contact'].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .map((file) => [file, readFileSync(file, 'utf8')] as const),
  )
