/** What she is told when it was not sent, and when nobody can know: the sender against a stubbed network. */
import { expect, test } from '@playwright/test'

import { readCode } from '../../src/contact/code.ts'
import type { FormState } from '../../src/contact/wire.ts'
import type { Sealer } from '../../src/form/sealer.ts'
import { makeSender } from '../../src/form/send.ts'

const state: FormState = { state: 'open', set: 'a', recipients: [] }
const body = { v: 1, set: 'a', id: 'i', card: 'c', words: 'w' } as const
const seals: Sealer = {
  seal: () => Promise.resolve({ ...body }),
  work: () => Promise.reject(new Error()),
  stop: () => undefined,
}
const cannot: Sealer = { ...seals, seal: () => Promise.reject(new Error('no Worker')) }
const place = { language: 'sv', action: '/sv/kontakt/' }
const request = { how: 'code' } as const

/** What the network does with one request after another: a status, or no answer at all. */
type Fate = number | 'lost'
const real = { fetch: globalThis.fetch, setTimeout: globalThis.setTimeout }

function network(...fates: Fate[]): string[] {
  const asked: string[] = []
  globalThis.fetch = (path, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(path)}`)
    if (path === '/api/form') return Promise.resolve(Response.json(state))
    const fate = fates.shift() ?? 'lost'
    if (fate === 'lost') return Promise.reject(new TypeError('cut'))
    const empty = fate === 204
    return Promise.resolve(new Response(empty ? null : '{"why":"full"}', { status: fate }))
  }
  // The pauses before another try.
  globalThis.setTimeout = ((then: () => void, ms: number) =>
    real.setTimeout(then, Math.min(ms, 1))) as typeof setTimeout
  return asked
}

/** Reads a page that gives no code. */
class NoCode {
  parseFromString() {
    return { querySelector: () => null }
  }
}

test.afterEach(() => {
  Object.assign(globalThis, real)
})

test('a server that says no has not taken it, and she is told «not sent»', async () => {
  for (const status of [503, 400, 413]) {
    network(status)
    expect(await makeSender(place, seals, state)(request, false)).toEqual({ why: 'full' })
  }
})

test('before anything has left, «not sent» is true', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('no network'))
  expect(await makeSender(place, cannot, state)(request, false)).toEqual({ why: 'network' })
})

for (const [what, fates] of Object.entries({
  'no answer came to any try': ['lost', 'lost', 'lost'],
  'the first try was not answered, and the next was refused': ['lost', 503],
  'something between her and the server answered': [502, 504, 500],
  'the first answer was lost, and then it was refused as wrong': ['lost', 400],
} satisfies Record<string, Fate[]>))
  test(`where ${what}, she is told that nobody knows, and gets the code it would have`, async () => {
    network(...fates)
    const send = makeSender(place, seals, state)
    const outcome = await send(request, false)
    expect(outcome).toEqual({ why: 'unsure', code: expect.any(String) })
    const { code = '' } = outcome
    expect(readCode(code)).toEqual({ code })
    // From then on nobody can say «not sent», until it is known to be there: under the same code.
    network(503)
    expect(await send(request, false)).toEqual({ why: 'unsure', code })
    network(204)
    expect(await send(request, false)).toEqual({ code, state })
  })

test('what is perhaps there already does not come once more by the way without script', async () => {
  let works = true
  const breaks: Sealer = { ...seals, seal: (job) => (works ? seals : cannot).seal(job) }
  const send = makeSender(place, breaks, state)
  network('lost', 'lost', 'lost')
  await send(request, false)
  works = false
  const asked = network()
  expect(await send({ how: 'herself' }, false)).toMatchObject({ why: 'unsure' })
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([])
})

test('what cannot be sealed here, and is cut off on its way, is kept, and nothing is promised', async () => {
  const asked = network('lost', 503)
  const send = makeSender(place, cannot, state)
  expect(await send(request, false)).toEqual({ why: 'unsure' })
  // Once: a second could be a double.
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /sv/kontakt/'])
  // The page that refuses the next has no code, and does not tell of the first.
  Object.assign(globalThis, { DOMParser: NoCode })
  expect(await send(request, false)).toEqual({ why: 'unsure' })
})

test('what the server could not seal in her stead either is not sent', async () => {
  network(503)
  Object.assign(globalThis, { DOMParser: NoCode })
  expect(await makeSender(place, cannot, state)(request, false)).toEqual({ why: 'storage' })
})
