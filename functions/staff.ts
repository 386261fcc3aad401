/** What the inbox asks for. Every request carries the token of one member of staff; no session. */
import { Hono, type Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod/mini'

import { fromText, sha256 } from '../src/contact/bytes.ts'
import * as wire from '../src/contact/staff.ts'
import { jsonOf, received } from './body.ts'
import { hourOf, StorageError, type Environment } from './environment.ts'
import { isNearlyFull } from './store/hers.ts'
import * as list from './store/list.ts'
import { logLine, logOf, readLog, whoDid } from './store/log.ts'
import { closedDays, readMeta, writeMeta } from './store/meta.ts'
import {
  admit,
  changeKey,
  colleagues,
  currentSet,
  hasRecovery,
  mustWorkHere,
  personOf,
  remove,
  TurnTaken,
  type Person,
} from './store/people.ts'
import * as work from './store/work.ts'

interface Staff {
  Variables: { me: Person }
}

/**
 * `Authorization: Bearer <token>`, else 401; 411, 413, 415 as for any body, 400. Bodies and answers: `src/contact/staff.ts`.
 *
 * - `GET /api/staff` Since → Desk. What was taken on an earlier day goes back to the list first.
 * - `GET /api/staff/requests` PageOf → Page · `GET /api/staff/requests/:ref` → Item
 * - `POST /api/staff/requests/:ref/take` Take · `/release` Release · `/progress` Progress ·
 *   `/exported` Open · `/transferred` Transferred · `PUT …/card` Reseal (manager) · `PUT …/replies` Reply → 204
 * - `POST /api/staff/requests/:ref/open` Open → 200 Opened, logged
 * - `POST …/back` Open → 204: takes back what was set aside.
 *   All of these: 403 not yours · 404 · 409 a colleague has it (TakenBy), or another number or set ·
 *   410 she has withdrawn · 412 changed since you saw it.
 * - `POST /api/staff/aside` Aside → 200 SetAside
 * - `GET /api/staff/requests/:ref/log` (who has it, managers) → Log ·
 *   `GET /api/staff/log` LogFilter (manager) → LogPage
 * - `POST /api/staff/people` Admit, `DELETE /api/staff/people/:name` (manager), `POST /api/staff/key`
 *   ChangeKey, `PUT /api/staff/closed` Closed (manager) → 204 · 403 · 409 NotChanged
 */
export function staff(environment: Environment): Hono<Staff> {
  const { database, site, now } = environment

  /** What has changed since a mark, or the mark to begin with: taken before anything is read. */
  async function listSince(since: string | undefined, who: string) {
    const changed = since && (await list.changedSince(database, Number(since), who))
    if (changed) return { ...changed, anew: false }
    const mark = await list.lastChange(database)
    return { mark, anew: true, items: [], gone: [], more: false }
  }

  const actOf = (c: Context<Staff>, { rev }: { rev: number }): work.Act => ({
    ref: c.req.param('ref') ?? '',
    rev,
    who: c.get('me').name,
    now: now(),
  })

  return new Hono<Staff>()
    .use('/api/staff/*', async (c, next) => {
      if (c.req.method === 'POST' || c.req.method === 'PUT') await received(c)
      const [, token = ''] =
        /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '') ?? []
      const me = token && (await personOf(database, token))
      if (!me) throw new HTTPException(401)
      c.set('me', me)
      await next()
    })
    .get('/api/staff', async (c) => {
      await work.lapse(database, now())
      const me = c.get('me')
      const { since } = asked(c, wire.Since)
      const set = await currentSet(database)
      return c.json({
        me: { name: me.name, role: me.role },
        hour: hourOf(now()),
        ...(await listSince(since, me.name)),
        count: await list.countParts(database),
        colleagues: await colleagues(database),
        set: set?.name ?? '',
        recipients: set?.recipients ?? [],
        recovery: await hasRecovery(database),
        closed: await closedDays(database),
        nobody: site.draft || environment.demonstration,
        erasure: site.erasure,
        noticesFailed: Number((await readMeta(database, 'notices_failed')) ?? 0),
        full: await isNearlyFull(database),
      } satisfies wire.Desk)
    })
    .get('/api/staff/requests', async (c) => {
      const { of, after } = asked(c, wire.PageOf)
      const { items, next } = await list.pageOf(database, of, placeOf(after), c.get('me').name)
      return c.json({ items, next: next && cursorOf(next) } satisfies wire.Page)
    })
    .get('/api/staff/requests/:ref', async (c) => {
      const item = await list.requestOf(database, c.req.param('ref'), c.get('me').name)
      return item ? c.json(item) : c.body(null, 404)
    })
    .post('/api/staff/requests/:ref/take', async (c) => {
      const body = await jsonOf(c, wire.Take)
      return answer(c, await work.take(database, actOf(c, body), body.reason))
    })
    .post('/api/staff/requests/:ref/release', async (c) => {
      const body = await jsonOf(c, wire.Release)
      return answer(c, await work.release(database, actOf(c, body), body.reason))
    })
    .post('/api/staff/requests/:ref/progress', async (c) => {
      const { rev, ...to } = await jsonOf(c, wire.Progress)
      return answer(c, await work.progress(database, actOf(c, { rev }), to))
    })
    .post('/api/staff/requests/:ref/open', async (c) => {
      const opened = await work.open(database, actOf(c, await jsonOf(c, wire.Open)))
      return 'words' in opened ? c.json(opened) : answer(c, opened)
    })
    .put('/api/staff/requests/:ref/replies', async (c) => {
      const body = await jsonOf(c, wire.Reply)
      const message = bytes(body.message)
      const result = await work.reply(database, actOf(c, body), {
        n: body.n,
        body: message,
        digest: sha256(message),
      })
      return result === 'number' ? c.body(null, 409) : answer(c, result)
    })
    .post('/api/staff/requests/:ref/exported', async (c) =>
      answer(c, await work.exported(database, actOf(c, await jsonOf(c, wire.Open)))),
    )
    .post('/api/staff/requests/:ref/transferred', async (c) =>
      answer(c, await work.transferred(database, actOf(c, await jsonOf(c, wire.Transferred)))),
    )
    .put('/api/staff/requests/:ref/card', managers, async (c) => {
      const body = await jsonOf(c, wire.Reseal)
      const set = await currentSet(database)
      const card = bytes(body.card)
      if (set?.name !== body.set || card.length !== set.size) return c.body(null, 409)
      return answer(c, await work.reseal(database, actOf(c, body), set.name, card))
    })
    .post('/api/staff/requests/:ref/back', async (c) =>
      answer(c, await work.takeBack(database, actOf(c, await jsonOf(c, wire.Open)))),
    )
    .post('/api/staff/aside', async (c) => {
      const body = await jsonOf(c, wire.Aside)
      const by = { who: c.get('me').name, now: now() }
      const refs = await work.setAside(database, by, body)
      return c.json({ refs } satisfies z.infer<typeof wire.SetAside>)
    })
    .get('/api/staff/requests/:ref/log', async (c) => {
      const { name, role } = c.get('me')
      const ref = c.req.param('ref')
      if (role !== 'manager' && !(await work.holds(database, ref, name)))
        throw new HTTPException(403)
      return c.json({ lines: await logOf(database, ref) } satisfies z.infer<typeof wire.Log>)
    })
    .get('/api/staff/log', managers, async (c) => {
      const filter = asked(c, wire.LogFilter)
      return c.json({
        ...(await readLog(database, filter)),
        ...(filter.before === undefined ? { people: await whoDid(database) } : {}),
      } satisfies wire.LogPage)
    })
    .post('/api/staff/people', managers, async (c) => {
      const key = await jsonOf(c, wire.Admit)
      const done = await admit(database, [key], c.get('me'), now()).catch(whyNotKey)
      return changed(c, done === true ? undefined : done || 'name')
    })
    .delete('/api/staff/people/:name', managers, async (c) => {
      const name = c.req.param('name') ?? ''
      const why = await remove(database, name, c.get('me'), now()).catch(whyNotKey)
      return changed(c, why)
    })
    .post('/api/staff/key', async (c) => {
      const key = await jsonOf(c, wire.ChangeKey)
      if (key.name !== c.get('me').name) throw new HTTPException(403)
      const why = await changeKey(database, c.get('me'), key, now()).catch(whyNotKey)
      return changed(c, why ?? undefined)
    })
    .put('/api/staff/closed', managers, async (c) => {
      const closed = await jsonOf(c, wire.Closed)
      const who = c.get('me').name
      await database.batch([
        mustWorkHere(c.get('me')),
        writeMeta('closed', closed && JSON.stringify(closed)),
        logLine(
          hourOf(now()),
          who,
          closed ? 'close' : 'reopen',
          null,
          closed && `${closed.from}–${closed.to}`,
        ),
      ])
      return c.body(null, 204)
    })
}

async function managers(c: Context<Staff>, next: () => Promise<void>): Promise<void> {
  if (c.get('me').role !== 'manager') throw new HTTPException(403)
  await next()
}

/** Two at once; or a recipient that looks right and is not one. @throws HTTPException 400, StorageError */
function whyNotKey(error: unknown): 'atOnce' {
  if (error instanceof TurnTaken) return 'atOnce'
  throw error instanceof StorageError ? error : new HTTPException(400)
}

const changed = (c: Context<Staff>, why: wire.NotChanged['why'] | undefined) =>
  why ? c.json({ why } satisfies wire.NotChanged, 409) : c.body(null, 204)

function answer(c: Context<Staff>, refused: work.Refusal | undefined): Response {
  if (!refused) return c.body(null, 204)
  return refused.status === 409 ? c.json({ by: refused.by }, 409) : c.body(null, refused.status)
}

/** What the address asks for. @throws HTTPException 400 */
function asked<T>(c: Context, shape: z.ZodMiniType<T>): T {
  const read = shape.safeParse(c.req.query())
  if (!read.success) throw new HTTPException(400)
  return read.data
}

const cursorOf = ({ unseen, hersAt, ref }: list.Place) => `${unseen}.${hersAt}.${ref}`

function placeOf(cursor: string | undefined): list.Place | undefined {
  const [unseen, hersAt, ref] = cursor?.split('.') ?? []
  return ref === undefined ? undefined : { unseen: Number(unseen), hersAt: Number(hersAt), ref }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromText(text)
  } catch {
    throw new HTTPException(400)
  }
}
