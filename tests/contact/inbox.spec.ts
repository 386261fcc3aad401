/** What the inbox decides by itself: when calling is safe, what a reply must not say. */
import { expect, test } from '@playwright/test'

import { holidayOn } from '../../src/contact/holidays.ts'
import { placeAndTime } from '../../src/inbox/place-time.ts'
import { atHour } from '../../src/inbox/words.ts'
import { readyFor, safeNow, safetyOf } from '../../src/inbox/safe.ts'
import type { Card } from '../../src/contact/envelope.ts'
import type { Item } from '../../src/contact/staff.ts'

const at = (text: string) => Date.parse(text)
const hour = (text: string) => at(text) / 3_600_000
const monday = hour('2026-11-23T12:00+01:00')
const given: Card['request'] = { how: 'call', days: ['tue', 'wed'], hours: ['8-10', '12-14'] }
const tuesday = (time: string) => at(`2026-11-24T${time}+01:00`)

test('calling is safe only within the times she gave, on the clock in Stockholm', () => {
  expect(safeNow(given, monday, tuesday('08:00')).safe).toBe(true)
  expect(safeNow(given, monday, tuesday('13:59')).safe).toBe(true)
  for (const time of ['07:59', '10:00', '11:59', '14:00', '23:00'])
    expect(safeNow(given, monday, tuesday(time)).safe, time).toBe(false)
  expect(safeNow(given, monday, at('2026-11-26T09:00+01:00')).safe, 'a Thursday').toBe(false)
  const summer: Card['request'] = { how: 'call', days: ['tue'], hours: ['8-10'] }
  const came = hour('2026-06-29T12:00+02:00')
  expect(safeNow(summer, came, at('2026-06-30T08:30+02:00')).safe).toBe(true)
  expect(safeNow(summer, came, at('2026-06-30T10:30+02:00')).safe).toBe(false)
})

test('it is never safe without times, with half of them, or by a way that is no call', () => {
  for (const wrong of [
    { how: 'call' },
    { how: 'call', days: ['tue'] },
    { how: 'call', hours: ['8-10'] },
    { ...given, how: 'code' },
    { ...given, how: 'herself' },
  ] as Card['request'][])
    expect(safeNow(wrong, monday, tuesday('09:00')).safe, JSON.stringify(wrong)).toBe(false)
})

test('times that are old hold no more: after seven days, or after her last day', () => {
  expect(safeNow(given, monday, tuesday('09:00') + 7 * 86_400_000).safe).toBe(false)
  const dated: Card['request'] = { ...given, until: 'date', untilDate: '2026-12-08' }
  expect(safeNow(dated, monday, at('2026-12-08T09:00+01:00')).safe).toBe(true)
  expect(safeNow(dated, monday, at('2026-12-09T09:00+01:00')).safe).toBe(false)
  const short: Card['request'] = { ...given, until: 'date', untilDate: '2026-11-23' }
  expect(safeNow(short, monday, tuesday('09:00')).safe).toBe(false)
})

test('late means do not call, unless she has said that we may', () => {
  expect(safeNow({ ...given, late: 'no' }, monday, tuesday('15:00')).safe).toBe(false)
  expect(safeNow({ ...given, late: 'yes' }, monday, tuesday('15:00')).safe).toBe(true)
  expect(safeNow({ ...given, late: 'yes' }, monday, tuesday('11:00')).safe, 'not late yet').toBe(
    false,
  )
})

/** A request that may be called now, at nine on a Tuesday, and by whom it is looked at. */
const item: Item = {
  ref: 'AAAA',
  rev: 1,
  loc: 'A',
  state: 'taken',
  withdrawn: false,
  attempts: 0,
  calledAt: null,
  next: null,
  takenBy: 'Asta',
  notFor: [],
  referredTo: null,
  hour: monday,
  readAt: null,
  givenAt: monday,
  hersAt: monday,
  waitsSince: null,
  replies: 0,
  answers: 0,
  unseen: false,
  transferredAt: null,
  card: 'A',
}
const looksAt = (who: string, some: Partial<Item>, said: Partial<Card['request']>, now: number) => {
  const card = { request: { ...given, ...said } } as Card
  const one = { ...item, ...some }
  const safety = safetyOf(who, one, card, now)
  expect(readyFor(who, one, card, now), 'the list says the same').toBe(safety.safe)
  return safety
}

test('called without an answer, it is safe again only in a later time of hers, if she said so', () => {
  const called = { state: 'noAnswer', attempts: 1, takenBy: null } as const
  const calledAt = hour('2026-11-24T08:00+01:00')
  const at = (time: string, said: Partial<Card['request']> = { noAnswer: 'next' }) =>
    looksAt('Asta', { ...called, calledAt }, said, tuesday(time)).safe
  expect(at('08:50')).toBe(false)
  expect(at('09:59')).toBe(false)
  expect(at('12:10'), 'her next time').toBe(true)
  for (const noAnswer of ['stop', 'sms', undefined] as const)
    expect(at('12:10', { noAnswer }), noAnswer).toBe(false)
  const late = { noAnswer: 'next', late: 'yes' } as const
  expect(at('15:00', late), 'not called in the last of her times').toBe(true)
  const again = { ...called, calledAt: hour('2026-11-24T12:00+01:00') }
  expect(looksAt('Asta', again, late, tuesday('15:00')).safe, 'called in it').toBe(false)
  const unknown = { ...called, calledAt: null }
  expect(looksAt('Asta', unknown, { noAnswer: 'next' }, tuesday('12:10')).safe).toBe(false)
})

test('what a colleague has is safe for nobody else, whatever it waits for', () => {
  for (const state of ['taken', 'interpreter', 'noAnswer'] as const) {
    const { safe, why } = looksAt('Bodil', { state }, {}, tuesday('09:00'))
    expect(safe, state).toBe(false)
    expect(why, state).toContain('Asta har ärendet')
  }
  expect(looksAt('Asta', {}, {}, tuesday('09:00')).safe, 'her own').toBe(true)
  expect(looksAt('Bodil', { state: 'new', takenBy: null }, {}, tuesday('09:00')).safe).toBe(true)
  expect(looksAt('Asta', { state: 'done' }, {}, tuesday('09:00')).safe, 'done').toBe(false)
})

test('while it waits for an interpreter only who has it may call, and is told that one must be there', () => {
  const waits = { state: 'interpreter' } as const
  const { safe, but } = looksAt('Asta', waits, {}, tuesday('09:00'))
  expect([safe, but]).toEqual([true, ['med tolk på linjen']])
  expect(looksAt('Asta', { ...waits, takenBy: null }, {}, tuesday('09:00')).safe).toBe(false)
})

test('before an agreed time it is not safe, and from then on it is', () => {
  const agreed = { next: '2026-11-24T09:15' }
  expect(looksAt('Asta', agreed, {}, tuesday('09:14'))).toMatchObject({
    safe: false,
    why: 'Nästa tid är bestämd: tis 24 nov. kl. 09.15.',
  })
  expect(looksAt('Asta', agreed, {}, tuesday('09:15')).safe).toBe(true)
})

test('that someone else may see her phone is said together with that it is safe', () => {
  for (const own of ['no', 'unsure'] as const)
    expect(looksAt('Asta', {}, { own }, tuesday('09:00')).but).toEqual([
      'men någon annan kan se telefonen',
    ])
  expect(looksAt('Asta', {}, { own: 'yes' }, tuesday('09:00')).but).toEqual([])
})

test('holidays are known, the moving ones too', () => {
  expect(holidayOn('2026-04-03')).toBe('långfredagen')
  expect(holidayOn('2027-03-29')).toBe('annandag påsk')
  expect(holidayOn('2026-06-19')).toBe('midsommarafton')
  expect(holidayOn('2026-10-31')).toBe('alla helgons dag')
  expect(holidayOn('2026-11-24')).toBeUndefined()
})

test('an hour is told as an hour, not as a minute', () => {
  expect(atHour(hour('2026-11-26T07:00+01:00'))).toBe('26 nov. 2026 kl. 07–08')
  expect(atHour(hour('2026-11-26T23:40+01:00'))).toBe('26 nov. 2026 kl. 23–24')
})

test('a reply with both a place and a time is stopped, in each language of the templates', () => {
  for (const wrong of [
    'Vi ses på Storgatan 3 på tisdag.',
    'Kom till kontoret klockan 14.00',
    'Meet me at the library at 3 pm',
    'نلتقي في المكتب الساعة ٣',
  ])
    expect(placeAndTime(wrong), wrong).toBe(true)
  for (const right of [
    'Vi ringer på en tid som du har valt.',
    'Vi ringer på tisdag klockan 14.00.',
    'Ring oss när det passar.',
    'Det finns ett kontor i närheten.',
  ])
    expect(placeAndTime(right), right).toBe(false)
})
