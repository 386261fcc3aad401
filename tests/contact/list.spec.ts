/** The list as one page holds it: told only what has changed, and never anything else than it is. */
import { expect, test } from '@playwright/test'

import { firstHourOf } from '../../functions/environment.ts'
import { remove } from '../../functions/store/people.ts'
import { tick } from '../../functions/tick.ts'
import { fromText, toText } from '../../src/contact/bytes.ts'
import { keysOf } from '../../src/contact/code.ts'
import { openCard, type Card } from '../../src/contact/envelope.ts'
import { Desk as DeskShape, Item, Page, type LogLine } from '../../src/contact/staff.ts'
import { listOf, type Held } from '../../src/inbox/held.ts'
import { openerOf, type OpenBatch } from '../../src/inbox/opener.ts'
import { answerTo, inboxOf, put, sealedFor, send, withdraw } from '../harness/contact.ts'
import { openDesk, type Desk } from '../harness/store.ts'

const hers = {
  how: 'call' as const,
  number: '0701234567',
  text: 'Hej',
  days: ['mon' as const],
}

/** What a page of the inbox calls, straight to the functions. `between` runs before each answer. */
function apiFor({ ask, staff }: Desk, between: () => Promise<void> = async () => undefined) {
  const { headers } = inboxOf(ask, staff)
  const get = async (path: string): Promise<unknown> => {
    await between()
    return (await ask(`/api/staff${path}`, { headers })).json()
  }
  return {
    desk: async (since?: number) =>
      DeskShape.parse(await get(since === undefined ? '' : `?since=${since}`)),
    page: async (of: string, after?: string) =>
      Page.parse(await get(`/requests?of=${of}${after ? `&after=${after}` : ''}`)),
    item: async (ref: string) => Item.parse(await get(`/requests/${ref}`)),
  }
}

/** Opens as the Worker does, and notes what it was given. */
function opening({ staff }: Desk) {
  const tried: string[] = []
  const open: OpenBatch = (batch) =>
    Promise.all(
      batch.map(async ({ loc, card }) => {
        tried.push(loc)
        return openCard(fromText(card), fromText(loc), staff.identities).catch(() => undefined)
      }),
    )
  return { open, tried }
}

/** A page that holds the list of a desk. */
function page(desk: Desk, between?: () => Promise<void>) {
  const { open, tried } = opening(desk)
  let held: Held | undefined
  const opener = openerOf(open, () => undefined)
  const list = listOf(apiFor(desk, between), opener, (now) => (held = now))
  return {
    list,
    tried,
    /** Asks what has changed, and waits until all of it is here. */
    async look(): Promise<Held> {
      await list.refresh()
      return list.fetchAll()
    },
    now: () => held,
  }
}

const sorted = (items: Item[]) => items.toSorted((a, b) => a.ref.localeCompare(b.ref))

/** Does one of everything that staff and women do, to a request of its own or a known one. */
async function anything(desk: Desk, known: { code: string }[], pick: number): Promise<void> {
  const staff = inboxOf(desk.ask, desk.staff)
  const one = known[pick % known.length]
  if (!one || pick % 9 === 0) {
    known.push(await send(desk.ask, hers))
    return
  }
  const keys = await keysOf(one.code)
  const found = (await staff.desk()).items.find(({ loc }) => loc === toText(keys.loc))
  if (!found) return
  const { ref, rev } = found
  const done = { rev, state: 'done', next: null, referredTo: null }
  const deeds = [
    () => staff.take(keys),
    () => staff.post(`/requests/${ref}/progress`, done),
    () => answerTo(desk.ask, keys, `Svar ${pick}`),
    () => withdraw(desk.ask, keys.id),
    () => staff.post(`/requests/${ref}/release`, { rev, reason: 'conflict' }),
    () => staff.post(`/requests/${ref}/open`, { rev }),
    () => staff.post('/aside', { reason: 'junk', requests: [{ ref, rev }] }),
    () => desk.environment.database.batch([[`DELETE FROM request WHERE ref = ?`, ref]]),
  ]
  await deeds[pick % deeds.length]?.()
}

test('whatever happens between its pages and looks, it comes to be what the list is', async () => {
  test.slow()
  const desk = await openDesk()
  const known: { code: string }[] = []
  for (let n = 0; n < 120; n++) known.push(await send(desk.ask, hers))
  let [seed, acts] = [7, 0]
  const random = () => (seed = (seed * 48_271) % 2_147_483_647)
  const between = async () => {
    for (let n = 0; n < 7; n++, acts++) await anything(desk, known, random())
  }
  let isBusy = true
  const { list, look } = page(desk, async () => (isBusy ? between() : undefined))
  for (let n = 0; n < 6; n++) await list.refresh()
  await list.fetchAll()
  isBusy = false
  const { items, cards, opening } = await look()
  const { items: real } = await inboxOf(desk.ask, desk.staff).desk()
  expect(acts).toBeGreaterThan(50)
  expect(sorted(items)).toEqual(sorted(real))
  expect(opening).toBe(0)
  const seen = real.filter(({ card }) => card !== null).map(({ ref }) => ref)
  expect([...cards.keys()].sort()).toEqual(seen.sort())
  expect(seen.length, 'some are hidden').toBeLessThan(real.length)
})

test('the check above sees a change that is not counted', async () => {
  const desk = await openDesk()
  const { keys } = await send(desk.ask, hers)
  const { look } = page(desk)
  await look()
  await desk.environment.database.batch([[`DROP TRIGGER request_UPDATE`]])
  await withdraw(desk.ask, keys.id)
  const { items } = await look()
  const { items: real } = await inboxOf(desk.ask, desk.staff).desk()
  expect(sorted(items)).not.toEqual(sorted(real))
})

test('what goes back by itself, from a leaver or by a rule of erasure is told as well', async () => {
  const site = { draft: false, erasure: { decision: 'Dnr 1', days: 1 }, answerDays: 2 }
  const desk = await openDesk({ site })
  const { staff, colleague, manager } = {
    staff: inboxOf(desk.ask, desk.staff),
    colleague: inboxOf(desk.ask, desk.colleague),
    manager: inboxOf(desk.ask, desk.manager),
  }
  const [lapsed, left, moved] = [
    await send(desk.ask, hers),
    await send(desk.ask, hers),
    await send(desk.ask, hers),
  ]
  await staff.take(moved.keys)
  await staff.read(moved.keys)
  const { ref, rev } = await staff.find(moved.keys)
  await staff.post(`/requests/${ref}/exported`, { rev })
  await staff.post(`/requests/${ref}/transferred`, { rev })
  await manager.take(lapsed.keys)
  let { mark } = await staff.desk()
  desk.later(48)
  const afterNight = await staff.since(mark)
  const back = afterNight.items.find(({ loc }) => loc === toText(lapsed.keys.loc))
  expect(back).toMatchObject({ takenBy: null, state: 'new' })
  await colleague.take(left.keys)
  ;({ mark } = await staff.desk())
  await remove(desk.environment.database, 'Bodil', 'test', desk.environment.now())
  expect((await staff.since(mark)).items).toMatchObject([{ takenBy: null }])
  ;({ mark } = await staff.desk())
  expect(await staff.since(mark), 'nothing yet').toMatchObject({ items: [], gone: [] })
  await tick(desk.environment)
  expect(await staff.since(mark)).toMatchObject({ items: [], gone: [ref], anew: false })
})

test('after an older copy was put back, the list is begun anew', async () => {
  const desk = await openDesk()
  await send(desk.ask, hers)
  const staff = inboxOf(desk.ask, desk.staff)
  const { mark } = await staff.desk()
  expect(await staff.since(mark)).toMatchObject({ anew: false, items: [], mark })
  expect(await staff.since(mark + 5)).toMatchObject({ anew: true, items: [], mark })
})

test('very many changes are told in parts, none twice and none left out', async () => {
  const desk = await openDesk()
  const staff = inboxOf(desk.ask, desk.staff)
  let { mark } = await staff.desk()
  for (let n = 0; n < 120; n++) await send(desk.ask, hers)
  const refs: string[] = []
  for (let more = true; more;) {
    const part = await staff.since(mark)
    expect(part.items.length).toBeLessThanOrEqual(50)
    refs.push(...part.items.map(({ ref }) => ref))
    ;({ mark, more } = part)
  }
  const { items } = await staff.desk()
  expect(refs.toSorted()).toEqual(items.map(({ ref }) => ref).sort())
})

test('the pages are the parts of the list, unread first and then the newest', async () => {
  const desk = await openDesk()
  const staff = inboxOf(desk.ask, desk.staff)
  for (let n = 0; n < 70; n++) {
    await send(desk.ask, hers)
    desk.later(1)
  }
  await desk.environment.database.batch([
    [`UPDATE request SET unseen = 0 WHERE hers_at % 3 = 0`],
    [`UPDATE request SET state = 'done' WHERE hers_at % 5 = 0`],
  ])
  const open = await staff.all('open')
  const ended = await staff.all('ended')
  expect([open.length + ended.length, ended.length]).toEqual([70, 14])
  expect(ended.every(({ state }) => state === 'done')).toBe(true)
  const order = open.map(({ unseen, hersAt }) => Number(unseen) * 1e9 + hersAt)
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  const bad = [`?of=all`, `?of=open&after=x`, `?of=open&after=1.2`, ``]
  for (const query of bad)
    expect((await desk.ask(`/api/staff/requests${query}`, staff)).status, query).toBe(400)
  expect((await desk.ask('/api/staff?since=x', staff)).status).toBe(400)
  expect((await desk.ask('/api/staff/requests?of=open')).status, 'without a key').toBe(401)
  expect((await desk.ask(`/api/staff/requests/${open[0]?.ref}`)).status).toBe(401)
  expect((await desk.ask('/api/staff/requests/XXXX', staff)).status).toBe(404)
})

test('a card is opened once, what is changed anew, and what is hidden is forgotten', async () => {
  const desk = await openDesk()
  const [one, two] = [await send(desk.ask, hers), await send(desk.ask, hers)]
  const { look, tried, now } = page(desk)
  await look()
  expect(tried).toHaveLength(2)
  await inboxOf(desk.ask, desk.staff).take(one.keys)
  await look()
  expect(tried, 'taken: the same card').toHaveLength(2)
  const changed = await sealedFor(desk.ask, { ...hers, days: ['tue'] }, one.code)
  await put(desk.ask, changed.sealed, changed.set)
  await look()
  expect(tried).toHaveLength(3)
  await withdraw(desk.ask, two.keys.id)
  await look()
  expect([tried.length, now()?.cards.size]).toEqual([3, 1])
})

/** A batch that is opened when one says so. */
function slowly(card: Card) {
  const begun: (() => void)[] = []
  const open: OpenBatch = (batch) =>
    new Promise((resolve) => begun.push(() => resolve(batch.map(() => card))))
  return { open, begun }
}

const itemOf = (ref: string, card: string | null) => ({ ref, loc: 'A', card }) as Item
const settled = () => new Promise((later) => setTimeout(later))

test('what is hidden or changed while it is being opened is not kept', async () => {
  const { open, begun } = slowly({ v: 1 } as Card)
  const opener = openerOf(open, () => undefined)
  opener.last([itemOf('GONE', 'a'), itemOf('HERE', 'b'), itemOf('NEWS', 'c')])
  opener.forget('GONE')
  opener.last([itemOf('NEWS', 'd')])
  begun[0]?.()
  await settled()
  expect(opener.cardOf(itemOf('HERE', 'b'))).toEqual({ v: 1 })
  expect(opener.cardOf(itemOf('GONE', 'a'))).toBeUndefined()
  expect(opener.cardOf(itemOf('NEWS', 'd')), 'of the old bytes').toBeUndefined()
  expect(opener.cardOf(itemOf('NEWS', 'c'))).toBeUndefined()
  begun[1]?.()
  await settled()
  expect(opener.cardOf(itemOf('NEWS', 'd'))).toEqual({ v: 1 })
})

test('what is on the screen is opened before what waits, and what could not be tried is not unreadable', async () => {
  const given: string[][] = []
  let works = false
  const open: OpenBatch = async (batch) => {
    given.push(batch.map(({ card }) => card))
    if (!works) throw new Error('no Worker')
    return batch.map(() => undefined)
  }
  const opener = openerOf(open, () => undefined)
  const many = Array.from({ length: 40 }, (_, n) => itemOf(`R${n}`, `card ${n}`))
  opener.last(many)
  const last = many.slice(-1)
  await opener.first(last)
  expect(given[1], 'the batch after the one under way').toEqual(['card 39'])
  expect(opener.cardOf(last[0] as Item), 'not tried').toBeUndefined()
  await settled()
  works = true
  opener.again()
  await settled()
  expect(
    many.map((item) => opener.cardOf(item)),
    'tried',
  ).toEqual(many.map(() => null))
})

test('the log is asked for by who, what, which and when, a page at a time, and one request is whole', async () => {
  const desk = await openDesk()
  const manager = inboxOf(desk.ask, desk.manager)
  const staff = inboxOf(desk.ask, desk.staff)
  const day = firstHourOf('2026-03-29')
  await desk.environment.database.batch([
    [
      `INSERT INTO log (hour, who, action, ref, detail)
       WITH RECURSIVE one(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM one WHERE k < 6199)
       SELECT ?1 + k / 100, CASE WHEN k % 2 THEN 'Asta' ELSE 'Bodil' END,
         CASE WHEN k % 3 THEN 'open' ELSE 'take' END, 'R' || (k % 7), NULL FROM one`,
      day,
    ],
  ])
  const page = async (query: string) => {
    const answer = await desk.ask(`/api/staff/log?${query}`, manager)
    return (await answer.json()) as { lines: LogLine[]; total: number; people?: string[] }
  }
  const all = async (query: string) => {
    const lines: LogLine[] = []
    for (;;) {
      const before = lines.at(-1)?.n
      const { lines: more } = await page(`${query}${before ? `&before=${before}` : ''}`)
      if (more.length === 0) return lines
      lines.push(...more)
    }
  }
  const everything = await all('')
  const { total, people } = await page('')
  expect([everything.length, total]).toEqual([6203, 6203])
  expect(new Set(everything.map(({ n }) => n)).size).toBe(6203)
  expect(people).toEqual(['Asta', 'Bodil', 'test'])
  for (const [query, matches] of [
    ['who=Asta', ({ who }: LogLine) => who === 'Asta'],
    ['action=take', ({ action }: LogLine) => action === 'take'],
    ['ref=r3', ({ ref }: LogLine) => ref === 'R3'],
    ['from=2026-03-30', ({ hour }: LogLine) => hour >= day + 23],
    // The day the clock goes forward has 23 hours.
    ['from=2026-03-29&to=2026-03-29', ({ hour }: LogLine) => hour >= day && hour < day + 23],
    ['who=Bodil&action=open&ref=R1', (line: LogLine) => isAll(line)],
  ] as const) {
    const found = await all(query)
    expect(found, query).toEqual(everything.filter(matches))
    expect((await page(query)).total, query).toBe(found.length)
    expect(found.length, query).toBeGreaterThan(0)
    expect(found.length, query).toBeLessThan(everything.length)
  }
  const one = await desk.ask('/api/staff/requests/R2/log', manager)
  const { lines } = (await one.json()) as { lines: LogLine[] }
  expect(lines).toEqual(everything.filter(({ ref }) => ref === 'R2'))
  expect(lines.length, 'more than a page').toBeGreaterThan(500)
  for (const wrong of ['action=x', 'from=2026', 'before=-1', `ref=${'x'.repeat(21)}`])
    expect((await desk.ask(`/api/staff/log?${wrong}`, manager)).status, wrong).toBe(400)
  expect((await desk.ask('/api/staff/log?who=Asta', staff)).status).toBe(403)
})

const isAll = ({ who, action, ref }: LogLine) =>
  who === 'Bodil' && action === 'open' && ref === 'R1'

test('a day begins at midnight in Stockholm, also when the clock has been changed', () => {
  const hour = (text: string) => Date.parse(text) / 3_600_000
  for (const [day, at] of [
    ['2026-01-01', '2026-01-01T00:00+01:00'],
    ['2026-03-29', '2026-03-29T00:00+01:00'],
    ['2026-03-30', '2026-03-30T00:00+02:00'],
    ['2026-10-25', '2026-10-25T00:00+02:00'],
    ['2026-10-26', '2026-10-26T00:00+01:00'],
  ] as const)
    expect(firstHourOf(day), day).toBe(hour(at))
  expect(firstHourOf('2026-12-31', 1)).toBe(hour('2027-01-01T00:00+01:00'))
})
