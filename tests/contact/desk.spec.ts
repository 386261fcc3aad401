/** What depends on the clock, on people or on pressure: SQLite in memory, a clock that can be moved. */
import { expect, test } from '@playwright/test'

import { toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { makeKey } from '../../src/contact/keyfile.ts'
import { words } from '../../functions/words.ts'
import { tick } from '../../functions/tick.ts'
import {
  answerTo,
  bodyOf,
  formStateOf,
  inboxOf,
  json,
  put,
  sealedFor,
  send,
  withdraw,
  type Ask,
} from '../harness/contact.ts'
import { openDesk, type Desk } from '../harness/store.ts'

const hers = { how: 'call', number: '0701234567', text: 'Hej', days: ['mon'] } as const
const request = { ...hers, days: ['mon' as const] }

/** A form as a browser without script sends it. */
const form = (body: string) => ({
  method: 'POST',
  body,
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(body.length),
  },
})

const inboxes = ({ ask, staff, colleague, manager }: Desk) => ({
  staff: inboxOf(ask, staff),
  colleague: inboxOf(ask, colleague),
  manager: inboxOf(ask, manager),
})

test('what is taken goes back to the list when the day is over', async () => {
  const desk = await openDesk()
  const { staff, colleague } = inboxes(desk)
  const { keys } = await send(desk.ask, request)
  await staff.take(keys)
  desk.later(24)
  expect(await colleague.find(keys)).toMatchObject({ takenBy: null, state: 'new' })
})

test('without a token, or with a token that is taken away, nothing is told', async () => {
  const desk = await openDesk()
  const { staff, manager } = inboxes(desk)
  expect((await desk.ask('/api/staff')).status).toBe(401)
  const gone = await desk.ask('/api/staff/people/Asta', {
    method: 'DELETE',
    headers: manager.headers,
  })
  expect(gone.status).toBe(204)
  expect((await desk.ask('/api/staff', { headers: staff.headers })).status).toBe(401)
  const last = await desk.ask('/api/staff/people/Bodil', {
    method: 'DELETE',
    headers: manager.headers,
  })
  expect(last.status, 'two must be able to read').toBe(409)
})

test('a new colleague is let in by a manager and reads what comes from then on', async () => {
  const desk = await openDesk()
  const { staff, manager } = inboxes(desk)
  const before = await formStateOf(desk.ask)
  const { key, admission } = await makeKey('Disa')
  const admit = { ...admission, role: 'staff' }
  expect((await staff.post('/people', admit)).status).toBe(403)
  expect((await manager.post('/people', admit)).status).toBe(204)
  expect((await manager.post('/people', admit)).status, 'the name is taken').toBe(409)
  const { keys } = await send(desk.ask, request)
  const disa = inboxOf(desk.ask, key)
  await disa.take(keys)
  expect((await disa.read(keys)).words.request.text).toBe('Hej')
  // A form that was open when the keys changed is told to seal anew.
  const old = await sealedFor(desk.ask, request)
  expect((await put(desk.ask, old.sealed, before.set)).status).toBe(409)
  expect((await put(desk.ask, old.sealed, old.set)).status).toBe(204)
  const bad = { ...admission, name: 'Eva', recipient: `age1pq1${'q'.repeat(200)}`, role: 'staff' }
  expect((await manager.post('/people', bad)).status, 'not a key').toBe(400)
})

test('nothing is erased by time or handling, and only what is transferred by a decided rule', async () => {
  const desk = await openDesk()
  const { staff } = inboxes(desk)
  const [kept, moved, again] = [
    await send(desk.ask, request),
    await send(desk.ask, request),
    await send(desk.ask, request),
  ]
  for (const { keys } of [moved, again]) {
    await staff.take(keys)
    await staff.read(keys)
    const { ref, rev } = await staff.find(keys)
    const early = await staff.post(`/requests/${ref}/transferred`, { rev })
    expect(early.status, 'not written out yet').toBe(403)
    await staff.post(`/requests/${ref}/exported`, { rev })
    await staff.post(`/requests/${ref}/transferred`, { rev })
  }
  await withdraw(desk.ask, kept.keys.id)
  // What she writes after the transfer is nowhere else yet.
  await answerTo(desk.ask, again.keys, 'Vänta')
  desk.later(24 * 365)
  await tick(desk.environment)
  expect((await staff.desk()).items).toHaveLength(3)
  desk.environment.site.erasure = { decision: 'Dnr 1', days: 30 }
  await tick(desk.environment)
  const left = (await staff.desk()).items.map(({ loc }) => loc)
  expect(left.sort()).toEqual([kept, again].map(({ keys }) => toText(keys.loc)).sort())
})

test('pressure asks for work and turns nobody away', async () => {
  const desk = await openDesk({ calm: 2, source: () => '192.0.2.7' })
  for (let n = 0; n < 4; n++) await send(desk.ask, request)
  const { sealed, set } = await sealedFor(desk.ask, request)
  const unproven = await desk.ask('/api/requests', json('PUT', bodyOf(sealed, set)))
  expect(unproven.status).toBe(428)
  expect((await put(desk.ask, sealed, set)).status).toBe(204)
})

test('what she writes after she has withdrawn is read, and does not make anyone call', async () => {
  const desk = await openDesk()
  const { staff } = inboxes(desk)
  const { keys } = await send(desk.ask, request)
  await withdraw(desk.ask, keys.id)
  await staff.take(keys)
  expect(await staff.find(keys)).toMatchObject({ withdrawn: true, card: null })
  await answerTo(desk.ask, keys, 'Jag mår bra')
  expect(await staff.find(keys)).toMatchObject({ withdrawn: true, unseen: true })
  expect((await staff.read(keys)).opened.messages).toHaveLength(1)
  expect(await staff.find(keys)).toMatchObject({ withdrawn: true, card: null })
})

test('an answer to finished work begins it again, for anyone', async () => {
  const desk = await openDesk()
  const { staff, colleague } = inboxes(desk)
  const { keys } = await send(desk.ask, request)
  await staff.take(keys)
  await staff.read(keys)
  const { ref, rev } = await staff.find(keys)
  await staff.post(`/requests/${ref}/progress`, {
    rev,
    state: 'done',
    next: null,
    referredTo: null,
  })
  await answerTo(desk.ask, keys, 'En sak till')
  expect(await colleague.find(keys)).toMatchObject({ state: 'new', takenBy: null, unseen: true })
})

test('one who changes people while another does is told to look again', async () => {
  const desk = await openDesk()
  const { manager } = inboxes(desk)
  const made = await Promise.all(['Disa', 'Ebba'].map((name) => makeKey(name)))
  const answers = await Promise.all(
    made.map(({ admission }) => manager.post('/people', { ...admission, role: 'staff' })),
  )
  const { recipients, colleagues } = await manager.desk()
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 503])
  expect(recipients).toHaveLength(colleagues.length)
})

test('staff are told with a constant word, once, and a manager when something lies unread', async () => {
  const desk = await openDesk()
  await tick(desk.environment)
  expect(desk.told).toEqual([])
  await send(desk.ask, request)
  await send(desk.ask, request)
  await tick(desk.environment)
  await tick(desk.environment)
  expect(desk.told).toEqual(['staff'])
  // Codes of nobody tell nobody.
  await withdraw(desk.ask, (await keysOf(makeCode())).id)
  await tick(desk.environment)
  expect(desk.told).toEqual(['staff'])
  // A manager is told in the morning: three days on, at noon, whenever this runs.
  desk.later(24 * 3 + ((36 - new Date().getUTCHours()) % 24))
  await send(desk.ask, request)
  await tick(desk.environment)
  expect(desk.told.slice(1).sort(), 'also when something new has come').toEqual([
    'manager',
    'staff',
  ])
})

test('she is told the working day by which staff are in touch', async () => {
  const friday = Date.parse('2026-12-18T12:00+01:00')
  const by = async (answerDays: number | null) => {
    const site = { draft: false, erasure: null, answerDays }
    const desk = await openDesk({ site, now: () => friday })
    return (await formStateOf(desk.ask)).by
  }
  expect(await by(1)).toBe('2026-12-21')
  // Christmas Eve, Christmas and a weekend lie between.
  expect(await by(4)).toBe('2026-12-28')
  expect(await by(null)).toBeUndefined()
})

test('without script she reads the day above Send too, where there is one', async () => {
  const friday = Date.parse('2026-12-18T12:00+01:00')
  const page = async (answerDays: number | null, fields?: string, draft = false) => {
    const site = { draft, erasure: null, answerDays }
    const desk = await openDesk({ site, now: () => friday })
    const answer = await desk.ask('/sv/kontakt/', fields ? form(fields) : {})
    return answer.text()
  }
  const day = 'Senast måndag 21 december'
  expect(await page(1)).toContain(day)
  expect(await page(1, 'how=call')).toContain(day)
  // She gets in touch herself: nobody else does.
  expect(await page(1, 'how=herself&name=' + 'x'.repeat(61))).not.toContain(day)
  expect(await page(1, 'how=herself')).not.toContain('21 december')
  // What the build has said stands, and comes from its file.
  expect(await page(null, undefined, true)).not.toContain('data-contact')
})

test('who gets in touch herself is told when and where she can, and nobody else is', async () => {
  const { environment } = await openDesk()
  const said = { hours: 'Måndag–fredag 9–15', address: 'Torget 1' }
  const sent = (how: 'herself' | 'call') =>
    environment.render.sent({
      ...{ words: words.ar, language: 'ar', action: '/ar/kontakt/', state: 'open' as const },
      ...{ how, code: makeCode(), by: '2026-12-21', ...said },
      phones: [{ name: 'RVC', number: '08-123 456', own: true }],
      links: { kontakt: '/ar/kontakt/', svar: '/ar/svar/' },
    })
  for (const text of Object.values(said)) {
    // Swedish in an Arabic page: read aloud as Swedish, from left to right.
    expect(sent('herself')).toContain(`<bdi lang="sv" translate="no">${text}</bdi>`)
    expect(sent('call')).not.toContain(text)
  }
  for (const how of ['herself', 'call'] as const)
    expect(sent(how), how).toContain('href="tel:08123456"')
})

test('a closed form says so, with its days', async () => {
  const desk = await openDesk()
  const { manager } = inboxes(desk)
  const set = (ask: Ask, closed: unknown) =>
    ask('/api/staff/closed', json('PUT', closed, manager.headers))
  expect((await set(desk.ask, { from: '2020-01-02', to: '2020-01-01' })).status).toBe(400)
  expect((await set(desk.ask, { from: '2020-01-01', to: '2099-12-31' })).status).toBe(204)
  expect(await formStateOf(desk.ask)).toMatchObject({ state: 'closed', to: '2099-12-31' })
  expect((await set(desk.ask, null)).status).toBe(204)
  expect(await formStateOf(desk.ask)).toMatchObject({ state: 'open' })
})
