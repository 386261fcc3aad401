/** A twentieth of `npm run torture`. Only what must hold is asked here; times and rates never are. */
import { expect, test } from '@playwright/test'

import { restored } from '../torture/backup.ts'
import { canFill, filled } from '../torture/full.ts'
import { killed } from '../torture/kill.ts'
import { load } from '../torture/load.ts'
import { mutated } from '../torture/mutations.ts'
import { code, envelope, reply, text } from '../torture/properties.ts'
import { requests } from '../torture/requests.ts'
import { compare, differs, timing } from '../torture/timing.ts'

const share = 0.05

test.describe.configure({ timeout: 300_000 })

test('what was acknowledged survives kill -9, and the database stays whole', async () => {
  const { acknowledged, lost, broken } = await killed(share)
  expect(acknowledged).toBeGreaterThan(0)
  expect([lost, broken]).toEqual([0, 0])
})

test('a full disk is told, loses nothing, and needs room only', async () => {
  test.skip(!canFill(), 'a small disk cannot be made here')
  const { acknowledged, refused, told, textKept, afterwards, lost } = await filled()
  expect(acknowledged).toBeGreaterThan(1)
  expect({ told, textKept, afterwards, lost }).toEqual({
    told: refused,
    textKept: true,
    afterwards: 204,
    lost: 0,
  })
})

test('a backup made while requests come can be put back and served', async () => {
  const { during, whole, missing, afterwards } = await restored(share)
  expect(during).toBeGreaterThan(0)
  expect({ whole, missing, afterwards }).toEqual({ whole: true, missing: 0, afterwards: 204 })
})

test('generated requests break nothing, and leave nothing half done', async () => {
  const { acceptable, missing, unexplained } = await requests(share)
  expect(acceptable).toBeGreaterThanOrEqual(0.05)
  expect({ missing, unexplained }).toEqual({ missing: 0, unexplained: 0 })
})

for (const [what, property] of [
  ['a request fits its boxes and opens to the same for staff only', envelope],
  ['a code is read however it is typed, and a wrong digit is seen', code],
  ['a reply opens with the code only, on its own side and in its place', reply],
  ['bytes have exactly one text', text],
] as const)
  test(what, async () => {
    expect(await property(share)).toBe(1000)
  })

test('a box that was changed opens for nobody, and is refused in time', async () => {
  const { tried, accepted, hung } = await mutated(share)
  expect({ tried, accepted, hung }).toEqual({ tried: 2500, accepted: 0, hung: 0 })
})

test('while the plain form is flooded, every sealed request is taken in', async () => {
  const { quiet, flooded, plain } = await load(share)
  expect([quiet.refused, flooded.refused]).toEqual([0, 0])
  expect(Object.keys(plain).filter((status) => status !== '200' && status !== '503')).toEqual([])
})

test('an answer has as many bytes whatever the code', async () => {
  expect((await timing(share)).sameSize).toBe(true)
})

test('the comparison of times sees a shift of a fifth of their spread, and none where there is none', () => {
  // About normal, as the sum of twelve even ones is.
  const times = (middle: number) =>
    Array.from({ length: 4000 }, () => {
      const sum = Array.from({ length: 12 }, Math.random).reduce((all, one) => all + one, 0)
      return middle + 0.1 * (sum - 6)
    })
  const unknown = times(0.6)
  expect(differs(compare(times(0.62), unknown))).toBe(true)
  expect(differs(compare(times(0.6), unknown))).toBe(false)
})
