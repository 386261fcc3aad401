/** What depends on the clock, on people or on pressure: SQLite in memory, a clock that can be moved. */
import { expect, test } from '@playwright/test'

import { toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { makeKey } from '../../src/contact/keyfile.ts'
import { messageSize } from '../../src/contact/message.ts'
import { prove } from '../../src/contact/proof.ts'
import { ProofNeeded } from '../../src/contact/wire.ts'
import { admit, changeKey, remove } from '../../functions/store/people.ts'
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

/** A clock that stands still: pressure is counted anew every ten minutes. */
const still = () => {
  const now = Date.now()
  return () => now
}

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

test('what waits for others keeps its state overnight, and its holder until an agreed time', async () => {
  const desk = await openDesk()
  const { staff, colleague, manager } = inboxes(desk)
  const day = (ahead: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(
      Date.now() + ahead * 86_400_000,
    )
  for (const state of ['interpreter', 'referred'] as const) {
    const [open, booked] = [await send(desk.ask, request), await send(desk.ask, request)]
    for (const { keys } of [open, booked]) {
      await staff.take(keys)
      await staff.read(keys)
      const { ref, rev } = await staff.find(keys)
      const next = keys === booked.keys ? `${day(2)}T10:00` : null
      await staff.post(`/requests/${ref}/progress`, { rev, state, next, referredTo: null })
    }
    desk.later(24)
    expect(await colleague.find(open.keys)).toMatchObject({ state, takenBy: null })
    expect(await colleague.find(booked.keys)).toMatchObject({ state, takenBy: 'Asta' })
    await colleague.take(open.keys)
    expect(await colleague.find(open.keys)).toMatchObject({ state, takenBy: 'Bodil' })
    desk.later(24)
    expect((await colleague.find(booked.keys)).takenBy, 'on the day').toBe('Asta')
    const { ref, rev } = await staff.find(booked.keys)
    const later = { rev, state, next: `${day(9)}T10:00`, referredTo: null }
    expect((await staff.post(`/requests/${ref}/progress`, later)).status).toBe(204)
    const log = await desk.ask(`/api/staff/requests/${ref}/log`, { headers: manager.headers })
    const { lines } = (await log.json()) as { lines: { action: string }[] }
    expect(lines[0]?.action, 'a new time, nothing else').toBe('taken')
    desk.later(-48)
  }
})

test('the hour of a call without an answer is kept', async () => {
  const desk = await openDesk()
  const { staff } = inboxes(desk)
  const { keys } = await send(desk.ask, request)
  await staff.take(keys)
  const { ref, rev, calledAt } = await staff.find(keys)
  expect(calledAt).toBeNull()
  const called = { rev, state: 'noAnswer', next: null, referredTo: null }
  expect((await staff.post(`/requests/${ref}/progress`, called)).status).toBe(204)
  const hour = Math.floor(desk.environment.now() / 3_600_000)
  expect(await staff.find(keys)).toMatchObject({ attempts: 1, calledAt: hour, takenBy: null })
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
  expect(await last.json()).toEqual({ why: 'tooFew' })
  const again = await desk.ask('/api/staff/people/Asta', {
    method: 'DELETE',
    headers: manager.headers,
  })
  expect([again.status, await again.json()]).toEqual([409, { why: 'unknown' }])
})

test('the last manager cannot be removed, and it is said why', async () => {
  const desk = await openDesk()
  const { manager } = inboxes(desk)
  const gone = await desk.ask('/api/staff/people/Chefen', {
    method: 'DELETE',
    headers: manager.headers,
  })
  expect([gone.status, await gone.json()]).toEqual([409, { why: 'noManager' }])
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
  const desk = await openDesk({ calm: 2, source: () => '192.0.2.7', now: still() })
  for (let n = 0; n < 4; n++) await send(desk.ask, request)
  const { sealed, set } = await sealedFor(desk.ask, request)
  const unproven = await desk.ask('/api/requests', json('PUT', bodyOf(sealed, set)))
  expect(unproven.status).toBe(428)
  expect((await put(desk.ask, sealed, set)).status).toBe(204)
})

test('work lets in the very bytes it was done for, and nothing else', async () => {
  const desk = await openDesk({ calm: 1, source: () => '192.0.2.7', now: still() })
  for (let n = 0; n < 2; n++) await send(desk.ask, request)
  const { code, sealed, set } = await sealedFor(desk.ask, request)
  const tried = await desk.ask('/api/requests', json('PUT', bodyOf(sealed, set)))
  const { bits, day } = ProofNeeded.parse(await tried.json())
  const nonce = prove([sealed.id, sealed.card, sealed.words], day, bits)
  const proof = { day, nonce: toText(nonce) }
  const changed = await sealedFor(desk.ask, { ...request, text: 'Ring inte' }, code)
  const statuses = []
  for (const body of [changed.sealed, sealed])
    statuses.push((await desk.ask('/api/requests', json('PUT', bodyOf(body, set, proof)))).status)
  expect(statuses).toEqual([428, 204])
})

test('under pressure an answer costs work as well, for a code that nobody has too', async () => {
  const desk = await openDesk({ calm: 1, now: still() })
  const { keys } = await send(desk.ask, request)
  const unknown = await keysOf(makeCode())
  await answerTo(desk.ask, unknown, 'x')
  for (const to of [keys, unknown]) {
    const message = toText(crypto.getRandomValues(new Uint8Array(messageSize)))
    const unproven = await desk.ask('/api/answers', json('POST', { id: toText(to.id), message }))
    expect(unproven.status).toBe(428)
    expect((await answerTo(desk.ask, to, 'Hej')).status).toBe(204)
  }
})

test('one code takes so many answers and changes, whether there is a request or not', async () => {
  const desk = await openDesk()
  const { code, keys } = await send(desk.ask, request)
  for (const to of [keys, await keysOf(makeCode())]) {
    const answers = Array.from({ length: 200 }, (_, n) => answerTo(desk.ask, to, `Svar ${n}`))
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([204]))
    expect((await answerTo(desk.ask, to, 'Ett till')).status).toBe(503)
  }
  const change = async (n: number) => {
    const { sealed, set } = await sealedFor(desk.ask, { ...request, text: `Hej ${n}` }, code)
    return (await put(desk.ask, sealed, set)).status
  }
  for (let n = 0; n < 50; n++) expect(await change(n)).toBe(204)
  expect(await change(50)).toBe(503)
  expect((await send(desk.ask, request)).code, 'nobody else is kept out').toHaveLength(20)
})

test('before the room is full, it is dear, the service is not well, and a manager is told', async () => {
  const desk = await openDesk()
  const { staff } = inboxes(desk)
  const isWell = async () => (await desk.ask('/api/health')).status
  expect([await isWell(), (await staff.desk()).full]).toEqual([200, false])
  await desk.environment.database.batch([
    [
      `INSERT INTO message (loc, sender, n, hour, body, digest)
       WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < 45000)
       SELECT x'00', 'staff', n, 0, x'00', CAST(n AS BLOB) FROM one`,
    ],
  ])
  expect([await isWell(), (await staff.desk()).full]).toEqual([503, true])
  const { sealed, set } = await sealedFor(desk.ask, request)
  const unproven = await desk.ask('/api/requests', json('PUT', bodyOf(sealed, set)))
  expect(await unproven.json()).toMatchObject({ bits: 20 })
  desk.later((36 - new Date().getUTCHours()) % 24)
  await tick(desk.environment)
  expect(desk.told).toEqual(['manager'])
})

test('whose work was under way when she was removed lets nobody in, removes nobody, changes no key', async () => {
  const desk = await openDesk()
  const { database, now } = desk.environment
  const { admission } = await makeKey('Ny')
  const key = { ...admission, role: 'manager' as const, token: null }
  const gone = { name: 'Borta', role: 'manager' as const, since: 0 }
  const before = await formStateOf(desk.ask)
  await expect(admit(database, [key], gone, now())).rejects.toThrow()
  await expect(remove(database, desk.staff.name, gone, now())).rejects.toThrow()
  await expect(changeKey(database, gone, { ...key, token: 'x' }, now())).rejects.toThrow()
  expect((await formStateOf(desk.ask)).set).toBe(before.set)
  const [here] = await database.all(`SELECT name, role FROM person WHERE role = 'manager'`)
  expect(await admit(database, [key], { ...gone, name: String(here?.['name']) }, now())).toBe(true)
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
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
  const late = answers.find(({ status }) => status === 409)
  expect(await late?.json()).toEqual({ why: 'atOnce' })
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

test('what is set aside alarms nobody, and is erased by nothing', async () => {
  const desk = await openDesk()
  const { staff } = inboxes(desk)
  const { keys } = await send(desk.ask, request)
  await staff.take(keys)
  const { ref, rev } = await staff.find(keys)
  const aside = { reason: 'unreadable', requests: [{ ref, rev }] }
  expect((await staff.post('/aside', aside)).status).toBe(200)
  // Three days on, at noon.
  desk.later(24 * 3 + ((36 - new Date().getUTCHours()) % 24))
  await tick(desk.environment)
  expect(desk.told).toEqual([])
  const found = await staff.find(keys)
  expect(found).toMatchObject({ state: 'aside', takenBy: null, waitsSince: null })
  expect((await staff.post(`/requests/${ref}/back`, { rev: found.rev })).status).toBe(204)
  await tick(desk.environment)
  expect(desk.told.sort(), 'taken back, it alarms again').toEqual(['manager', 'staff'])
  await staff.take(keys)
  expect((await staff.read(keys)).words.request.text).toBe('Hej')
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
