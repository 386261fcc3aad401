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
  phone: ['own', 'number'],
  when: ['days', 'hours', 'until', 'untilDate', 'late'],
  call: ['shown', 'voicemail', 'sayWho', 'noAnswer', 'other'],
  word: ['word', 'wordBack'],
  you: ['name', 'soon', 'soonDate', 'area', 'report'],
  language: ['speaks', 'reads', 'readsPoorly', 'interpreter', 'senses', 'woman'],
  text: ['text'],
  send: [],
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

/** The steps that mean something for a way; all of them while none is chosen. */
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
export function relevant(raw: Raw, short: boolean): Raw {
  const asked = stepsFor(raw['how'], short).flatMap((step) => fieldsOf[step])
  const kept = Object.entries(raw).filter(([name]) => {
    const field = name as Field
    return asked.includes(field) && (!short || !isMore(field) || field in presets)
  })
  const answers: Raw = Object.fromEntries(kept)
  if (answers['until'] !== 'date') delete answers['untilDate']
  if (!some(answers['soon'])) delete answers['soonDate']
  if (!some(answers['days']) && !some(answers['hours'])) {
    delete answers['until']
    delete answers['untilDate']
  }
  return answers
}

const some = (answer: string | string[] | undefined) => (answer?.length ?? 0) > 0
