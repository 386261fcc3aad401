/**
 * The request: which questions are asked, which answers there are, what is sealed. One schema for
 * the form in the browser, the form without JavaScript, staff and the tests.
 */
import * as z from 'zod/mini'

import { asciiDigits, readCode } from './code.ts'
import { isDay } from './day.ts'

/** The closed answers, by question. The first of a preset question is the most careful one. */
export const answers = {
  /** How we may reach her; the only question that must be answered. */
  how: ['call', 'sms', 'code', 'herself'],
  /** For whom it is written; when for another, staff contact the writer only. */
  whom: ['self', 'other-knows', 'other-unaware'],
  /** Is it only you who sees your phone? */
  own: ['yes', 'no', 'unsure'],
  /** What is shown on the phone when we call. */
  shown: ['hidden', 'ours'],
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  /** Hours of the day, from–to. */
  hours: ['8-10', '10-12', '12-14', '14-16', '16-18'],
  /** How long the times hold. */
  until: ['week', 'date'],
  /** If we are late. */
  late: ['no', 'yes'],
  /** May a voice message be left? */
  voicemail: ['no', 'yes'],
  /** May the caller say who is calling, when she herself has answered with the word? */
  sayWho: ['no', 'yes'],
  /** If she does not answer. */
  noAnswer: ['stop', 'next', 'sms'],
  /** If someone else answers. Nothing untrue is ever said. */
  other: ['hangup', 'ask'],
  /** Does something happen soon? */
  soon: ['hearing', 'trial', 'home', 'move'],
  area: [
    'jarva',
    'hasselby-vallingby',
    'bromma',
    'solna',
    'sundbyberg',
    'ekero',
    'elsewhere',
    'unsaid',
  ],
  /** Is there a police report? */
  report: ['yes', 'no', 'unsaid'],
  interpreter: ['need', 'woman', 'phone', 'elsewhere', 'first'],
  senses: ['hearing', 'sign', 'voice'],
} as const

/** Ways that need a phone number. */
export const needsNumber = (how: string | undefined) => how === 'call' || how === 'sms'

const one = <const T extends readonly string[]>(of: T) => z.optional(z.enum(of))
const some = <const T extends readonly string[]>(of: T) => z.optional(z.array(z.enum(of)))
const short = z.optional(z.string().check(z.maxLength(60, 'long')))
const day = z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'date')))
const ticked = z.optional(z.literal('yes'))

/** Longest free text, in UTF-16 units: with every other field full it still fits its box. */
export const longestText = 2000

/**
 * The answers as they are sealed, and as staff open them however old they are. Unanswered questions
 * are left out. What must hold only when she sends stands in `checkRequest`.
 */
export const Request = z.strictObject({
  how: z.enum(answers.how, 'how'),
  whom: one(answers.whom),
  own: one(answers.own),
  number: z.optional(z.string().check(z.regex(/^\+?\d{5,15}$/, 'number'))),
  shown: one(answers.shown),
  days: some(answers.days),
  hours: some(answers.hours),
  until: one(answers.until),
  untilDate: day,
  late: one(answers.late),
  voicemail: one(answers.voicemail),
  sayWho: one(answers.sayWho),
  noAnswer: one(answers.noAnswer),
  other: one(answers.other),
  word: short,
  wordBack: short,
  name: short,
  soon: some(answers.soon),
  soonDate: day,
  area: one(answers.area),
  report: one(answers.report),
  speaks: short,
  reads: short,
  readsPoorly: ticked,
  interpreter: some(answers.interpreter),
  senses: some(answers.senses),
  woman: ticked,
  text: z.optional(z.string().check(z.maxLength(longestText, 'long'))),
})

export type Request = z.infer<typeof Request>
export type Field = keyof Request

/** Every field, in the order of the form. */
export const fields = Object.keys(Request.shape) as Field[]

/** Fields with several answers. */
export const many = ['days', 'hours', 'soon', 'interpreter', 'senses'] as const satisfies Field[]

/** Fields that staff see only after they have opened the words, which is logged. */
export const wordFields = ['number', 'word', 'wordBack', 'name', 'text'] as const satisfies Field[]

/**
 * What is wrong with a field. `code`: the text is only a code of ours; it would be given away.
 * `nameMissing`: we are to ask for her, and have no name to ask for.
 */
export interface FormError {
  field: Field
  wrong:
    | 'how'
    | 'number'
    | 'numberMissing'
    | 'long'
    | 'date'
    | 'dateMissing'
    | 'past'
    | 'nameMissing'
    | 'choice'
    | 'code'
}

/** Fields as a form gives them: text, or several texts. */
export type Raw = Partial<Record<string, string | string[]>>

/**
 * Checks a filled-in form. Empty answers count as unanswered; text is kept as it was typed, but for
 * characters that cannot be sent.
 * @param today the day in Stockholm, ISO date: no time she gives may have passed
 */
export function checkRequest(
  raw: Raw,
  today: string,
): { request: Request } | { errors: FormError[] } {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    const value = tidy(field, raw[field])
    if (value !== undefined) values[field] = value
  }
  const result = Request.safeParse(values)
  const errors: FormError[] = result.success
    ? []
    : result.error.issues.map(({ path, message, code }) => {
        const field = path[0] as Field
        const known = ['how', 'number', 'long', 'date'] as const
        const wrong = known.find((one) => one === message)
        return { field, wrong: wrong ?? (code === 'invalid_value' ? 'choice' : 'long') }
      })
  if (needsNumber(String(values['how'])) && values['number'] === undefined)
    errors.push({ field: 'number', wrong: 'numberMissing' })
  if (typeof values['text'] === 'string' && 'code' in readCode(values['text']))
    errors.push({ field: 'text', wrong: 'code' })
  for (const field of ['untilDate', 'soonDate'] as const) {
    const given = values[field]
    if (typeof given !== 'string' || errors.some((error) => error.field === field)) continue
    if (!isDay(given)) errors.push({ field, wrong: 'date' })
    else if (given < today) errors.push({ field, wrong: 'past' })
  }
  if (values['until'] === 'date' && values['untilDate'] === undefined)
    errors.push({ field: 'untilDate', wrong: 'dateMissing' })
  if (values['other'] === 'ask' && values['name'] === undefined)
    errors.push({ field: 'name', wrong: 'nameMissing' })
  errors.sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field))
  if (result.success && errors.length === 0) return { request: result.data }
  return { errors }
}

function tidy(field: Field, value: string | string[] | undefined): unknown {
  if ((many as readonly string[]).includes(field)) {
    const all = [value ?? []].flat().filter(Boolean)
    return all.length > 0 ? [...new Set(all)] : undefined
  }
  const text = sendable(String([value ?? ''].flat()[0] ?? '')).trim()
  if (text === '') return undefined
  if (field === 'number') return tidyNumber(text)
  return field.endsWith('Date') ? asciiDigits(text) : text
}

/** A phone number as it is typed, or pasted from a list of contacts or out of text from right to left. */
const tidyNumber = (text: string) =>
  asciiDigits(text.normalize('NFKC'))
    .replace(/[\s\p{Cf}\p{Pd}\u2212.,\u060c/]/gu, '')
    .replace(/^tel:/i, '')
    // «+46 (0)70»: the zero is not dialled from abroad.
    .replace(/^(\+|00)(\d{1,3})\(0\)/, '$1$2')
    .replace(/[()]/g, '')

/** Text without what cannot be sent: half characters and control characters other than line breaks. */
export const sendable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
