/** What the inbox decides by itself: when calling is safe, what a reply must not say. */
import { expect, test } from '@playwright/test'

import { holidayOn } from '../../src/contact/holidays.ts'
import { placeAndTime } from '../../src/inbox/place-time.ts'
import { safeNow } from '../../src/inbox/safe.ts'
import type { Card } from '../../src/contact/envelope.ts'

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

test('holidays are known, the moving ones too', () => {
  expect(holidayOn('2026-04-03')).toBe('långfredagen')
  expect(holidayOn('2027-03-29')).toBe('annandag påsk')
  expect(holidayOn('2026-06-19')).toBe('midsommarafton')
  expect(holidayOn('2026-10-31')).toBe('alla helgons dag')
  expect(holidayOn('2026-11-24')).toBeUndefined()
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
