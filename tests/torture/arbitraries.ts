/** Requests of women, and of robots, as fast-check makes them. */
import fc from 'fast-check'

import { answers, fields, many, type Raw } from '../../src/contact/request.ts'

/** Text as it may be typed or pasted: any script, control characters, half characters. */
export const anyText = (longest: number) =>
  fc.oneof(
    fc.string({ maxLength: longest }),
    fc.string({ unit: 'grapheme', maxLength: Math.floor(longest / 2) }),
    fc.string({ unit: 'binary', maxLength: Math.floor(longest / 2) }),
    fc.constantFrom('', ' ', '\r\n', '\u0000', '\ud800', '🦊'.repeat(Math.floor(longest / 2))),
  )

const known: Record<string, readonly string[]> = answers
const lists: readonly string[] = many

/** A field as a careful person fills it in. */
function kindly(field: string): fc.Arbitrary<string | string[]> {
  const from = known[field]
  if (from && lists.includes(field)) return fc.subarray([...from])
  if (from) return fc.constantFrom(...from)
  if (field === 'number') return fc.stringMatching(/^(\+46|0)7[0-9 ]{8,10}$/)
  if (field.endsWith('Date')) return fc.constantFrom('2098-12-01', '2099-01-31')
  if (field === 'woman' || field === 'readsPoorly') return fc.constant('yes')
  return anyText(field === 'text' ? 2000 : 60)
}

const anyField = fc.oneof(anyText(80), fc.array(anyText(20), { maxLength: 4 }))

const recordOf = (each: (field: string) => fc.Arbitrary<string | string[]>, required: string[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, each(field)])), {
    requiredKeys: required,
  }) as fc.Arbitrary<Raw>

/** A form that is nearly always right. */
export const kindForm = recordOf(kindly, ['how', 'number'])

/** A form that is seldom right. */
export const anyForm = recordOf(
  (field) => fc.oneof({ weight: 3, arbitrary: kindly(field) }, { weight: 1, arbitrary: anyField }),
  [],
)

/** A form as it is sent. */
export function encoded(form: Raw): string {
  const sent = new URLSearchParams()
  for (const [field, value] of Object.entries(form))
    for (const one of [value ?? []].flat()) sent.append(field, one)
  return String(sent)
}
