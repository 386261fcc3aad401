import type { z } from 'zod'

/** Something a writer has to mend: where, what was found, what was expected, what to do. */
export interface Problem {
  file: string
  field?: string
  found?: string
  expected: string
  mend: string
}

/** The problem in Swedish, as staff read it in the terminal. */
export function tell({ file, field, found, expected, mend }: Problem): string {
  return [
    field ? `${file}, fältet «${field}»` : file,
    found === undefined ? undefined : `    Fanns:     ${found}`,
    `    Väntades:  ${expected}`,
    `    Gör så:    ${mend}`,
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}

/** What zod found wrong in `value`, one problem a field. */
export function fromZod(file: string, value: unknown, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(' › ')
    const here = at(value, issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        field: [field, key].filter(Boolean).join(' › '),
        found: 'ett fält som inte finns',
        expected: 'bara fält som står i handledningen',
        mend: 'kontrollera stavningen, eller ta bort raden.',
      }))
    return [{ file, field: field || '(hela filen)', found: show(here), ...expectation(issue) }]
  })
}

function expectation(issue: z.core.$ZodIssue): { expected: string; mend: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { expected: `fältet måste finnas (${kind(issue.expected)})`, mend: 'lägg till fältet.' }
        : { expected: kind(issue.expected), mend: 'skriv om värdet så att det blir av rätt slag.' }
    case 'too_big':
      return { expected: `högst ${issue.maximum}`, mend: 'korta texten eller listan.' }
    case 'too_small':
      return { expected: `minst ${issue.minimum}`, mend: 'skriv mer, eller lägg till en rad.' }
    case 'invalid_value':
      return {
        expected: `något av: ${issue.values.join(', ')}`,
        mend: 'välj ett av orden i listan.',
      }
    default:
      return { expected: issue.message, mend: 'skriv om värdet så att det följer mönstret.' }
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  int: 'ett heltal',
  number: 'ett tal',
  boolean: 'true eller false',
  array: 'en lista [a, b]',
  object: 'fält med värden',
  record: 'fält med värden',
}

const kind = (name: string) => kinds[name] ?? name

function at(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

function show(value: unknown): string {
  if (value === undefined) return 'ingenting'
  if (typeof value === 'string') return `«${value}» (${value.length} tecken)`
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
