/** Which questions are asked together, and which of them a way needs. */
import type { Field, Raw } from '../contact/request.ts'

export const steps = [
  'how',
  'whom',
  'phone',
  'when',
  'call',
  'word',
  'you',
  'language',
  'text',
  'send',
] as const
export type Step = (typeof steps)[number]

/** The fields of each step, in the order they are asked. */
export const fieldsOf: Record<Step, Field[]> = {
  how: ['how'],
  whom: ['whom'],
  phone: ['own', 'number', 'shown'],
  when: ['days', 'hours', 'until', 'untilDate', 'late'],
  call: ['voicemail', 'sayWho', 'noAnswer', 'other'],
  word: ['word', 'wordBack'],
  you: ['name', 'soon', 'soonDate', 'area', 'report'],
  language: ['speaks', 'reads', 'readsPoorly', 'interpreter', 'senses', 'woman'],
  text: ['text'],
  send: [],
}

/**
 * The fields of a step as they stand before her: where we are to ask for her by name, the name is
 * asked right there.
 * @param other what she has answered on someone else who answers, if she is asked at all
 */
export function fieldsIn(step: Step, other: unknown): Field[] {
  if (other !== 'ask') return fieldsOf[step]
  if (fieldsOf[step].includes('other')) return [...fieldsOf[step], 'name']
  return fieldsOf[step].filter((field) => field !== 'name')
}

/** The most careful answers: what holds until she chooses another. */
export const presets: Partial<Record<Field, string>> = {
  until: 'week',
  late: 'no',
  shown: 'hidden',
  voicemail: 'no',
  sayWho: 'no',
  noAnswer: 'stop',
  other: 'hangup',
}

/** What is asked on the one screen of the short way. */
const shortFields: Field[] = ['how', 'number', 'days', 'hours', 'speaks']

/** Whether the short way leaves a question out. */
export const isMore = (field: Field) => !shortFields.includes(field)

/** The steps that are shown for a way; all of them while none is chosen. */
export function stepsFor(how: unknown, short: boolean): Step[] {
  const phones = how !== 'code' && how !== 'herself'
  return steps.filter((step) => {
    if (step === 'phone' || step === 'when') return phones
    if (step === 'call' || step === 'word') return !short && phones && how !== 'sms'
    return !short || ['how', 'language', 'send'].includes(step)
  })
}

/**
 * The answers that go with the way she chose. What she answered before she chose another way, and
 * presets that say nothing without an answer beside them, are left out.
 */
export function relevant(raw: Raw): Raw {
  const asking = stepsFor(raw['how'], false)
  const asked = asking.flatMap((step) => fieldsOf[step])
  const kept = Object.entries(raw).filter(([name]) => asked.includes(name as Field))
  const answers: Raw = Object.fromEntries(kept)
  if (!asking.includes('call')) delete answers['shown']
  if (answers['until'] !== 'date') delete answers['untilDate']
  if (!some(answers['soon'])) delete answers['soonDate']
  if (!some(answers['days']) && !some(answers['hours']) && !some(answers['untilDate']))
    delete answers['until']
  return answers
}

/**
 * The same of a form without script. There every field is in sight, so a day she has typed is meant
 * also where the answer above it was left as it stood.
 */
export function relevantPlain(raw: Raw): Raw {
  const answers = relevant(some(raw['untilDate']) ? { ...raw, until: 'date' } : raw)
  return some(raw['soonDate']) ? { ...answers, soonDate: raw['soonDate'] } : answers
}

/** What of a request the short way neither asks nor says: she has chosen it herself. */
export const chosenBeside = (request: Raw): Field[] =>
  (Object.keys(request) as Field[]).filter(
    (field) => isMore(field) && some(request[field]) && request[field] !== presets[field],
  )

const some = (answer: string | string[] | undefined) =>
  [answer ?? []].flat().some((one) => one.trim() !== '')
