/**
 * What the functions promise her and staff, the same tests on every host: in this process, on the
 * server of one machine, and on Workers with D1.
 */
import { expect, test } from '@playwright/test'

import { toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { sealCard } from '../../src/contact/envelope.ts'
import { makeKey } from '../../src/contact/keyfile.ts'
import { messageSize, repliesShown } from '../../src/contact/message.ts'
import { LogPage } from '../../src/contact/staff.ts'
import {
  answerTo,
  bodyOf,
  inboxOf,
  json,
  put,
  readReplies,
  repliesBytes,
  sealedFor,
  send,
  withdraw,
} from '../harness/contact.ts'
import { slowly } from '../harness/slowly.ts'
import { hosts, startProcess, type Office } from '../harness/hosts.ts'

const port = Number(process.env['TEST_PORT'] ?? 4380) + 10

const starts = {
  process: startProcess,
  node: () => hosts.node(port),
  workers: () => hosts.workers(port + 1),
}

const hers = { how: 'call', number: '0701234567', text: 'Hej' } as const
const request = { ...hers, days: ['mon' as const] }

const inboxes = ({ ask, staff, colleague, manager }: Office) => ({
  staff: inboxOf(ask, staff),
  colleague: inboxOf(ask, colleague),
  manager: inboxOf(ask, manager),
})

for (const [name, start] of Object.entries(starts))
  test.describe(name, () => {
    let desk: Office
    test.describe.configure({ mode: 'serial' })
    test.beforeAll(async () => {
      desk = await start()
    })
    test.afterAll(() => desk.stop())

    test('a request is read by staff, answered, answered back and withdrawn', async () => {
      const { staff } = inboxes(desk)
      const { keys } = await send(desk.ask, request)
      expect((await staff.take(keys)).status).toBe(204)
      const read = await staff.read(keys)
      expect(read.request).toEqual(request)
      expect(read.card.via).toBe('sealed')
      expect((await staff.reply(keys, 'Vi ringer.', keys.key)).status).toBe(204)
      expect((await readReplies(desk.ask, keys)).map(({ text }) => text)).toEqual(['Vi ringer.'])
      expect((await answerTo(desk.ask, keys, 'Tack')).status).toBe(204)
      expect(await staff.find(keys)).toMatchObject({ answers: 1, unseen: true })
      expect((await withdraw(desk.ask, keys.id)).status).toBe(204)
      expect(await staff.find(keys)).toMatchObject({ withdrawn: true, card: null })
    })

    test('a withdrawn request can be ended, and nothing else', async () => {
      const { staff } = inboxes(desk)
      const { keys } = await send(desk.ask, request)
      await staff.take(keys)
      await withdraw(desk.ask, keys.id)
      const { ref, rev } = await staff.find(keys)
      const to = (state: string) =>
        staff.post(`/requests/${ref}/progress`, { rev, state, next: null, referredTo: null })
      for (const state of ['taken', 'noAnswer', 'interpreter', 'referred'])
        expect((await to(state)).status, state).toBe(410)
      expect(await staff.find(keys)).toMatchObject({ attempts: 0, state: 'taken' })
      expect((await to('done')).status).toBe(204)
    })

    test('the same bytes sent again change nothing; other bytes are a change, and the first are kept', async () => {
      const { staff } = inboxes(desk)
      const { code, keys, sealed, set } = await sealedFor(desk.ask, request)
      for (let time = 0; time < 3; time++)
        expect((await put(desk.ask, sealed, set)).status).toBe(204)
      expect(await staff.find(keys)).toMatchObject({ rev: 1 })
      await staff.take(keys)
      const seen = await staff.find(keys)
      const changed = await sealedFor(desk.ask, { ...request, text: 'Ring inte' }, code)
      expect((await put(desk.ask, changed.sealed, set)).status).toBe(204)
      const late = await staff.post(`/requests/${seen.ref}/progress`, {
        rev: seen.rev,
        state: 'done',
        next: null,
        referredTo: null,
      })
      expect(late.status, 'staff have not seen the change').toBe(412)
      const { opened, words } = await staff.read(keys)
      expect(words.request.text).toBe('Ring inte')
      expect(opened.earlier).toHaveLength(1)
    })

    test('two people cannot both take a request, nor read it before it is theirs', async () => {
      const { staff, colleague } = inboxes(desk)
      const { keys } = await send(desk.ask, request)
      const { ref, rev } = await staff.find(keys)
      expect((await staff.post(`/requests/${ref}/open`, { rev })).status).toBe(403)
      const both = await Promise.all([staff.take(keys), colleague.take(keys)])
      expect(both.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1)
      const holder = (await staff.find(keys)).takenBy === 'Asta' ? staff : colleague
      const other = holder === staff ? colleague : staff
      const again = await other.take(keys)
      expect([again.status, ((await again.json()) as { by: string }).by]).toEqual([
        409,
        (await staff.find(keys)).takenBy,
      ])
      const name = (await staff.find(keys)).takenBy
      const late = await other.post(`/requests/${ref}/take`, { rev })
      expect(late.status, 'from a list that is old').toBe(409)
      expect(await late.json()).toEqual({ by: name })
      expect((await other.take(keys, 'sick')).status, 'with a reason').toBe(204)
    })

    test('who knows her or him passes it on and sees it no more', async () => {
      const { staff, colleague } = inboxes(desk)
      const { keys } = await send(desk.ask, request)
      await staff.take(keys)
      const { ref, rev } = await staff.find(keys)
      const release = { rev, reason: 'conflict' }
      expect((await staff.post(`/requests/${ref}/release`, release)).status).toBe(204)
      expect((await staff.find(keys)).card).toBeNull()
      expect((await staff.take(keys)).status).toBe(403)
      expect((await colleague.take(keys)).status).toBe(204)
    })

    test('what opens with no key is set aside by any number at once, logged, and taken back', async () => {
      const { staff, colleague, manager } = inboxes(desk)
      const [one, two, theirs] = await Promise.all([1, 2, 3].map(() => send(desk.ask, request)))
      if (!one || !two || !theirs) throw new Error()
      await colleague.take(theirs.keys)
      const items = await Promise.all([one, two, theirs].map(({ keys }) => staff.find(keys)))
      const requests = items.map(({ ref, rev }) => ({ ref, rev }))
      const put = (some: typeof requests, reason = 'junk') =>
        staff.post('/aside', { reason, requests: some })
      const first = await put(requests)
      const { refs } = (await first.json()) as { refs: string[] }
      expect(refs.sort(), 'not what a colleague has').toEqual([items[0]?.ref, items[1]?.ref].sort())
      expect(await staff.find(one.keys)).toMatchObject({ state: 'aside', unseen: false })
      expect(await staff.find(theirs.keys)).toMatchObject({ state: 'taken', unseen: true })
      expect((await staff.take(one.keys)).status, 'it is taken back first').toBe(412)
      expect((await put([])).status).toBe(400)
      expect((await put(Array.from({ length: 201 }, () => requests[0] as never))).status).toBe(400)
      expect((await put(requests, 'ugly')).status).toBe(400)
      const answer = await desk.ask('/api/staff/log', { headers: manager.headers })
      const { lines } = LogPage.parse(await answer.json())
      expect(
        lines
          .filter(({ action }) => action === 'aside')
          .map(({ who, ref, detail }) => [who, ref, detail])
          .sort(),
      ).toEqual(refs.map((ref) => ['Asta', ref, 'junk']).sort())
      const { ref, rev } = await colleague.find(one.keys)
      expect((await colleague.post(`/requests/${ref}/back`, { rev })).status).toBe(204)
      expect(await staff.find(one.keys)).toMatchObject({ state: 'new', unseen: true })
      await answerTo(desk.ask, two.keys, 'Jag finns')
      expect(await staff.find(two.keys), 'she has come back by herself').toMatchObject({
        state: 'new',
        unseen: true,
      })
    })

    test('what has changed since a mark is told, whatever changed it, and nothing else', async () => {
      const { staff, colleague, manager } = inboxes(desk)
      const { code, keys } = await send(desk.ask, request)
      await send(desk.ask, request)
      let { mark } = await staff.desk()
      const own = toText(keys.loc)
      /** Does it, and asks what has changed. @returns the request as `who` is told of it */
      const after = async (what: string, deed: () => Promise<unknown>, who = staff) => {
        await deed()
        const told = await who.since(mark)
        expect(
          told.items.map(({ loc }) => loc),
          what,
        ).toEqual([own])
        expect([told.gone, told.anew, told.more], what).toEqual([[], false, false])
        mark = told.mark
        expect(await who.since(mark), `after ${what}`).toMatchObject({ items: [], mark })
        return told.items[0]
      }
      const seen = async () => {
        const { ref, rev } = await staff.find(keys)
        return { ref, rev }
      }
      const act = async (path: string, body: object = {}) => {
        const { ref, rev } = await seen()
        const { status } = await staff.post(`/requests/${ref}/${path}`, { rev, ...body })
        expect(status, path).toBeLessThan(300)
      }
      const move = (state: string) => act('progress', { state, next: null, referredTo: null })
      await after('taking', () => staff.take(keys))
      expect(await after('opening', () => staff.read(keys))).toMatchObject({ unseen: false })
      await after('a state', () => move('interpreter'))
      await after('a reply', () => staff.reply(keys, 'Hej', keys.key))
      await after('writing it out', () => act('exported'))
      await after('moving it', () => act('transferred'))
      const changed = await sealedFor(desk.ask, { ...request, text: 'Ring inte' }, code)
      await after('a change of hers', () => put(desk.ask, changed.sealed, changed.set))
      await put(desk.ask, changed.sealed, changed.set)
      expect((await staff.since(mark)).items, 'the same bytes again').toEqual([])
      await after('an answer', () => answerTo(desk.ask, keys, 'Tack'))
      await answerTo(desk.ask, await keysOf(makeCode()), 'Tack')
      expect((await staff.since(mark)).items, 'a code that nobody has').toEqual([])
      await after('giving back', () => act('release', { reason: 'day' }))
      await after('a colleague', () => colleague.take(keys))
      await after('taking over', () => staff.take(keys, 'agreed'))
      const { set, recipients } = await manager.desk()
      const { card } = await staff.read(keys)
      ;({ mark } = await staff.desk())
      const resealed = toText(await sealCard(card, recipients))
      await after('sealing anew', async () => {
        const { ref, rev } = await seen()
        const body = { rev, set, card: resealed }
        expect((await manager.post(`/requests/${ref}/card`, body, 'PUT')).status).toBe(204)
      })
      await after('setting aside', async () =>
        staff.post('/aside', { reason: 'junk', requests: [await seen()] }),
      )
      await after('taking back', () => act('back'))
      const passedOn = await after('passing on', () => act('release', { reason: 'conflict' }))
      expect(passedOn?.card, 'not to be seen by who passed it on').toBeNull()
      expect((await colleague.find(keys)).card, 'and by the others').not.toBeNull()
      await colleague.take(keys)
      ;({ mark } = await colleague.desk())
      const gone = await after('withdrawing', () => withdraw(desk.ask, keys.id), colleague)
      expect(gone).toMatchObject({ withdrawn: true, card: null })
    })

    test('opening is logged by name and hour, and the log holds nothing of hers', async () => {
      const { staff, manager } = inboxes(desk)
      const { keys } = await send(desk.ask, request)
      await staff.take(keys)
      await staff.read(keys)
      const { ref } = await staff.find(keys)
      const answer = await desk.ask('/api/staff/log', { headers: manager.headers })
      const { lines } = LogPage.parse(await answer.json())
      expect(
        lines.filter((line) => line.ref === ref).map(({ who, action }) => [who, action]),
      ).toEqual([
        ['Asta', 'open'],
        ['Asta', 'take'],
      ])
      expect((await desk.ask('/api/staff/log', { headers: staff.headers })).status).toBe(403)
    })

    test('a code that is unknown, waiting or withdrawn gives as many bytes as an answered one', async () => {
      const { staff } = inboxes(desk)
      const [waiting, answered, withdrawn] = await Promise.all(
        [1, 2, 3].map(() => send(desk.ask, request)),
      )
      if (!waiting || !answered || !withdrawn) throw new Error()
      await staff.take(answered.keys)
      await staff.reply(answered.keys, 'Hej', answered.keys.key)
      await withdraw(desk.ask, withdrawn.keys.id)
      const unknown = await keysOf(makeCode())
      for (const keys of [unknown, waiting.keys, answered.keys, withdrawn.keys]) {
        const first = await repliesBytes(desk.ask, keys.id)
        expect(first.status).toBe(200)
        expect(first.bytes.length).toBe(repliesShown * messageSize)
        expect((await repliesBytes(desk.ask, keys.id)).bytes, 'the same each time').toEqual(
          first.bytes,
        )
        expect(await readReplies(desk.ask, keys)).toHaveLength(keys === answered.keys ? 1 : 0)
      }
      expect((await withdraw(desk.ask, unknown.id)).status).toBe(204)
      expect((await answerTo(desk.ask, unknown, 'x')).status).toBe(204)
    })

    test('who is removed while sending lets nobody in, however slowly the body comes', async () => {
      test.skip(desk.origin === '', 'a body comes slowly to a server only')
      const { manager } = inboxes(desk)
      const [leaver, friend] = await Promise.all(['Lova', 'Fia'].map((one) => makeKey(one)))
      if (!leaver || !friend) throw new Error()
      const lova = { ...leaver.admission, role: 'manager' }
      expect((await manager.post('/people', lova)).status).toBe(204)
      const admit = { ...friend.admission, role: 'manager' }
      const { headers } = inboxOf(desk.ask, leaver.key)
      const slow = slowly(`${desk.origin}/api/staff/people`, json('POST', admit, headers))
      await slow.begun
      const removed = await desk.ask('/api/staff/people/Lova', {
        method: 'DELETE',
        headers: manager.headers,
      })
      expect(removed.status).toBe(204)
      expect(await slow.rest()).toBe(401)
      const { colleagues } = await manager.desk()
      expect(colleagues.map(({ name }) => name)).not.toContain('Fia')
    })

    test('what another site sends, what is too large, of another kind or malformed is refused', async () => {
      const { code, sealed, set } = await sealedFor(desk.ask, request)
      const good = bodyOf(sealed, set)
      const status = async (body: unknown, headers: Record<string, string> = {}) =>
        (await desk.ask('/api/requests', json('PUT', body, headers))).status
      expect(await status(good, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
      expect(await status(good, { Origin: 'https://elsewhere.example' })).toBe(403)
      expect(await status(good, { Origin: 'null' })).toBe(403)
      expect(await status(good, { 'Content-Type': 'text/plain' })).toBe(415)
      expect(await status({ ...good, card: 'a'.repeat(100_000) })).toBe(413)
      for (const wrong of [
        { ...good, card: good.card.slice(0, -4) },
        { ...good, card: `AAAA${good.card.slice(4)}` },
        { ...good, words: good.words.slice(4) },
        { ...good, id: 'AAAA' },
        { ...good, more: 1 },
        { ...good, v: 2 },
        null,
        [],
      ])
        expect(await status(wrong), JSON.stringify(wrong).slice(0, 40)).toBe(400)
      const chunked = await desk.ask('/api/requests', {
        method: 'PUT',
        body: new Blob([JSON.stringify(good)]).stream(),
        headers: { 'Content-Type': 'application/json' },
        duplex: 'half',
      } as RequestInit)
      expect(chunked.status).toBe(411)
      const { staff } = inboxes(desk)
      await expect(staff.find(await keysOf(code))).rejects.toThrow('not in the inbox')
    })
  })
