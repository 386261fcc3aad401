/** What she may send, as pure functions: which answers are taken, refused, kept and left out. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'

import { checkRequest, Request, type FormError, type Raw } from '../../src/contact/request.ts'
import { chosenBeside, fieldsIn, relevant, relevantPlain } from '../../src/form/steps.ts'

const today = '2026-11-26'

/** What is wrong, as «field wrong». */
const faults = (raw: Raw): string[] => {
  const checked = checkRequest(raw, today)
  return 'errors' in checked ? checked.errors.map(({ field, wrong }) => `${field} ${wrong}`) : []
}

const call = { how: 'call', number: '0701234567' }
const times = { days: ['mon'], hours: ['8-10'] }

test('a day typed without script is meant, also where the answer above it was left', () => {
  const typed = { ...call, ...times, until: 'week', untilDate: '2026-12-24' }
  expect(relevantPlain(typed)).toMatchObject({ until: 'date', untilDate: '2026-12-24' })
  expect(relevantPlain({ ...call, until: 'week', untilDate: '2026-12-24' })).toMatchObject({
    until: 'date',
    untilDate: '2026-12-24',
  })
  expect(relevantPlain({ how: 'code', soonDate: '2026-12-24' })).toMatchObject({
    soonDate: '2026-12-24',
  })
  // Empty fields, as every form sends them, mean nothing.
  const empty = relevantPlain({ ...call, ...times, until: 'week', untilDate: '', soonDate: ' ' })
  expect(empty).toMatchObject({ until: 'week' })
  expect(empty).not.toHaveProperty('untilDate')
  expect(empty).not.toHaveProperty('soonDate')
})

test('with script, a day that is hidden again by another answer does not go with it', () => {
  const hidden = {
    ...call,
    ...times,
    until: 'week',
    untilDate: '2026-12-24',
    soonDate: '2026-12-24',
  }
  expect(relevant(hidden)).toEqual({ ...call, ...times, until: 'week' })
})

test('a day is one of the calendar, and has not been', () => {
  const until = (untilDate: string) => faults({ how: 'code', untilDate })
  expect(until('2027-02-30')).toEqual(['untilDate date'])
  expect(until('2027-13-01')).toEqual(['untilDate date'])
  expect(until('snart')).toEqual(['untilDate date'])
  expect(until('2026-11-25')).toEqual(['untilDate past'])
  expect(until('2026-11-26')).toEqual([])
  expect(until('٢٠٢٧-٠٢-٢٨')).toEqual([])
  expect(faults({ how: 'code', soonDate: '2025-12-24' })).toEqual(['soonDate past'])
  fc.assert(
    fc.property(fc.nat(9999), fc.integer({ min: 0, max: 99 }), fc.nat(99), (year, month, day) => {
      const text = [year, month, day].map((n, at) => `${n}`.padStart(at ? 2 : 4, '0')).join('-')
      const real = new Date(Date.UTC(year, month - 1, day))
      real.setUTCFullYear(year, month - 1, day)
      const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day
      expect(until(text)).toEqual(
        !exists ? ['untilDate date'] : text < today ? ['untilDate past'] : [],
      )
    }),
    {
      numRuns: 2000,
      examples: [
        [2028, 2, 29],
        [2027, 2, 29],
        [2026, 11, 26],
      ],
    },
  )
})

test('an old request, whose days have passed, still opens', () => {
  const old = { how: 'call', number: '0701234567', until: 'date', untilDate: '2020-02-30' } as const
  expect(Request.parse(old)).toEqual(old)
})

test('until a day needs the day, and to ask for her needs a name', () => {
  expect(faults({ ...call, ...times, until: 'date' })).toEqual(['untilDate dateMissing'])
  expect(faults({ ...call, other: 'ask' })).toEqual(['name nameMissing'])
  expect(faults({ ...call, other: 'ask', name: 'Sol' })).toEqual([])
  expect(faults({ ...call, other: 'hangup' })).toEqual([])
  // The name is asked where the answer is given, and nowhere else.
  const where = (other: string) =>
    (['call', 'you'] as const).filter((step) => fieldsIn(step, other).includes('name'))
  expect(where('ask')).toEqual(['call'])
  expect(where('hangup')).toEqual(['you'])
})

test('what she has written in the long form stays when she takes the short way, and is told', () => {
  const written = relevant({
    ...call,
    name: 'Sol',
    text: 'Hej',
    late: 'no',
    voicemail: 'yes',
    area: '',
  })
  expect(written).toMatchObject({ name: 'Sol', text: 'Hej', voicemail: 'yes' })
  expect(chosenBeside(written).sort()).toEqual(['name', 'text', 'voicemail'])
  const untouched = relevant({ ...call, shown: 'hidden', voicemail: 'no', late: 'no', name: '' })
  // The careful answers are sealed: what she was told is what staff have.
  expect(untouched).toMatchObject({ shown: 'hidden', voicemail: 'no', late: 'no' })
  expect(chosenBeside(untouched)).toEqual([])
})

test('what is shown when we call does not go with a way by which nobody calls', () => {
  for (const how of ['sms', 'code', 'herself'])
    expect(relevant({ how, shown: 'ours' }), how).not.toHaveProperty('shown')
  expect(relevant({ how: 'call', shown: 'ours' })).toHaveProperty('shown')
})

/** What may stand between the digits of a number that is typed, or pasted from elsewhere. */
const between = fc.constantFrom(
  ...['', ' ', '-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '.', '/', ',', '\u060c'],
  ...[')', '\u00a0', '\u202f', '\u200b', '\u200e', '\u200f', '\u202a', '\u202c', '\u2066'],
  ...['\u2069', '\u061c', '\ufeff', '\u00ad'],
)

test('a number is taken however it is typed, or pasted from contacts or from Arabic text', () => {
  const numberOf = (number: string) => {
    const checked = checkRequest({ how: 'sms', number }, today)
    return 'request' in checked ? checked.request.number : checked.errors[0]?.wrong
  }
  expect(numberOf('\u202a+46 70\u2011123 45 67\u202c')).toBe('+46701234567')
  expect(numberOf('tel:+46-70-123-45-67')).toBe('+46701234567')
  expect(numberOf('TEL:070,123,45,67')).toBe('0701234567')
  expect(numberOf('+46 (0)70 123 45 67')).toBe('+46701234567')
  expect(numberOf('+٤٦ ٧٠ ١٢٣ ٤٥ ٦٧')).toBe('+46701234567')
  expect(numberOf('ring mig')).toBe('number')
  fc.assert(
    fc.property(
      fc.stringMatching(/^[1-9]\d{4,14}$/),
      fc.constantFrom('', '+', 'tel:', 'tel:+', '\u202atel:+'),
      fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10),
      fc.array(between, { minLength: 16, maxLength: 16 }),
      (digits, before, zero, gaps) => {
        const typed = [...digits]
          .map((digit, at) => `${gaps[at]}${String.fromCodePoint(zero + Number(digit))}`)
          .join('')
        const plus = before.includes('+') ? '+' : ''
        expect(numberOf(`${before}${typed}${gaps[15]}`)).toBe(plus + digits)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a number with letters, or too short or long, is refused and not mended', () => {
  const wrong = (number: string): FormError['wrong'] | undefined => {
    const checked = checkRequest({ how: 'sms', number }, today)
    return 'errors' in checked ? checked.errors[0]?.wrong : undefined
  }
  for (const number of ['1234', '1'.repeat(16), '0701234567a', '46+701234567', 'x:070123'])
    expect(wrong(number), number).toBe('number')
})
