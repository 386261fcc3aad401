/** What staff do with a request. Every change names the revision the person has seen. */
import { toText } from '../../src/contact/bytes.ts'
import { dayIn } from '../../src/contact/day.ts'
import type { From } from '../../src/contact/message.ts'
import type { Opened, WorkState } from '../../src/contact/staff.ts'
import { hourOf, type Database, type Statement, type Value } from '../environment.ts'
import { bytesOf } from './hers.ts'
import type { Action } from './log.ts'

/** Who acts on which request, in which state she or he has seen it. */
export interface Act {
  ref: string
  rev: number
  who: string
  now: number
}

/** Why an act could not be done; nothing was changed. */
export type Refusal =
  | { status: 404 | 410 | 412 }
  | { status: 403; why: 'notYours' | 'notForYou' }
  | { status: 409; by: string }

/** Takes a request, or takes it over with a reason. Two people cannot both have it. */
export async function take(
  database: Database,
  act: Act,
  reason: string | undefined,
): Promise<Refusal | undefined> {
  const free = reason
    ? ''
    : `AND (taken_by IS NULL OR taken_by = ?who OR state IN ('noAnswer', 'done'))`
  return change(database, act, {
    where: `${free} AND ${notAside} AND ${notPassedOn}`,
    set: `taken_by = ?who, taken_day = ?day,
      state = CASE WHEN ${waitsForOthers} THEN state ELSE 'taken' END`,
    log: reason
      ? { action: 'takeOver', detail: `'${reason}: ' || COALESCE(taken_by, '')` }
      : { action: 'take' },
    holderFirst: !reason,
  })
}

/** Gives a request back. After a conflict it is hidden from who gave it back. */
export const release = (database: Database, act: Act, reason: string) =>
  change(database, act, {
    where:
      reason === 'conflict' ? `AND (taken_by = ?who OR taken_by IS NULL) AND ${notAside}` : mine,
    set: `taken_by = NULL, state = ${backInList}${
      reason === 'conflict' ? `, not_for = json_insert(not_for, '$[#]', ?who)` : ''
    }`,
    log: { action: 'release', detail: `'${reason}'` },
  })

/** Notes how the work stands. */
export const progress = (
  database: Database,
  act: Act,
  to: { state: Exclude<WorkState, 'new'>; next: string | null; referredTo: string | null },
) =>
  change(database, act, {
    where: `${mine} AND (withdrawn_at IS NULL OR ?state = 'done')`,
    set: `taken_day = ?day, state = ?state, next = ?next, referred_to = ?referredTo,
      attempts = attempts + (?state = 'noAnswer'),
      called_at = CASE WHEN ?state = 'noAnswer' THEN ?hour ELSE called_at END,
      taken_by = CASE WHEN ?state = 'noAnswer' THEN NULL ELSE taken_by END`,
    log: {
      action: to.state,
      // A new time in the same state is told as that.
      as: `CASE WHEN state = ?state AND next IS NOT ?next THEN 'taken' ELSE ?action END`,
    },
    values: to,
  })

/** A reply, already sealed. Only the next number is taken, so that none is written over. */
export async function reply(
  database: Database,
  act: Act,
  { n, body, digest }: { n: number; body: Uint8Array; digest: Uint8Array },
): Promise<Refusal | 'number' | undefined> {
  const [row] = await database.all(
    `SELECT COUNT(*) AS replies FROM message m JOIN request r ON r.loc = m.loc
     WHERE r.ref = ? AND m.sender = 'staff'`,
    act.ref,
  )
  if (Number(row?.['replies']) !== n - 1) return 'number'
  return change(database, act, {
    where: `${mine} AND withdrawn_at IS NULL`,
    set: `transferred_at = NULL`,
    log: { action: 'reply' },
    first: (condition) =>
      `INSERT INTO message (loc, sender, n, hour, body, digest)
       SELECT loc, 'staff', ?n, ?hour, ?body, ?digest FROM request WHERE ${condition}`,
    values: { n, body, digest },
  })
}

/**
 * Opens the words of a request: logged, in the same stroke.
 * @returns words, messages and what stood there earlier, all sealed; or why not
 */
export async function open(database: Database, act: Act): Promise<Opened | Refusal> {
  const refused = await change(database, act, {
    where: `${mine} AND (withdrawn_at IS NULL OR unseen = 1) AND ${notPassedOn}`,
    set: `read_at = COALESCE(read_at, ?hour), unseen = 0`,
    log: { action: 'open' },
    keepRev: true,
  })
  if (refused) return refused
  const [row] = await database.all(`SELECT loc, rev, words FROM request WHERE ref = ?`, act.ref)
  const loc = bytesOf(row?.['loc'])
  const messages = await database.all(
    `SELECT sender, n, hour, body FROM message WHERE loc = ? ORDER BY rowid`,
    loc,
  )
  const earlier = await database.all(
    `SELECT hour, card, words FROM earlier WHERE loc = ? ORDER BY rev`,
    loc,
  )
  return {
    rev: Number(row?.['rev']),
    words: toText(bytesOf(row?.['words'])),
    messages: messages.map((one) => ({
      n: Number(one['n']),
      from: one['sender'] as From,
      hour: Number(one['hour']),
      message: toText(bytesOf(one['body'])),
    })),
    earlier: earlier.map((one) => ({
      hour: Number(one['hour']),
      card: toText(bytesOf(one['card'])),
      words: toText(bytesOf(one['words'])),
    })),
  }
}

/** Notes that a request was written out, for the case system. */
export const exported = (database: Database, act: Act) =>
  change(database, act, {
    where: mine,
    set: `exported_rev = rev`,
    log: { action: 'export' },
    keepRev: true,
  })

/**
 * Marks a request as moved to the case system, once it has been written out as it is; a rule may erase
 * it from then on. Anything that comes or is sent afterwards takes the mark away.
 */
export const transferred = (database: Database, act: Act) =>
  change(database, act, {
    where: `${mine} AND exported_rev = rev`,
    set: `transferred_at = ?hour`,
    log: { action: 'transferred' },
  })

/** A card sealed anew, for colleagues whose key is younger than the request. The old one is kept. */
export const reseal = (database: Database, act: Act, set: string, card: Uint8Array) =>
  change(database, act, {
    where: `AND withdrawn_at IS NULL AND ${notPassedOn}`,
    set: `card = ?card, kset = ?kset`,
    log: { action: 'reseal' },
    first: (condition) =>
      `INSERT INTO earlier (loc, rev, hour, card, words, hers)
       SELECT loc, rev, given_at, card, words, 0 FROM request WHERE ${condition}`,
    values: { kset: set, card },
  })

/**
 * Sets aside what opens with no key, or is rubbish: nobody is reminded of it, and nothing is erased.
 * What a colleague has, or what has changed since it was seen, is left as it is.
 * @returns which were set aside
 */
export async function setAside(
  database: Database,
  { who, now }: Pick<Act, 'who' | 'now'>,
  { reason, requests }: { reason: string; requests: Pick<Act, 'ref' | 'rev'>[] },
): Promise<string[]> {
  const which = `state NOT IN ('done', 'aside') AND (taken_by IS NULL OR taken_by = ?who)
    AND ${notPassedOn} AND ${worksHere}
    AND ref IN (SELECT value ->> 'ref' FROM json_each(?list))
    AND EXISTS (SELECT 1 FROM json_each(?list)
      WHERE value ->> 'ref' = request.ref AND value ->> 'rev' = request.rev)`
  const values = { who, hour: hourOf(now), reason, list: JSON.stringify(requests) }
  const [, rows = []] = await database.batch([
    bind(
      `INSERT INTO log (hour, who, action, ref, detail)
       SELECT ?hour, ?who, 'aside', ref, ?reason FROM request WHERE ${which}`,
      values,
    ),
    bind(
      `UPDATE request SET state = 'aside', taken_by = NULL, aside_unseen = unseen, unseen = 0,
         rev = rev + 1 WHERE ${which} RETURNING ref`,
      values,
    ),
  ])
  return rows.map(({ ref }) => String(ref))
}

/** Takes back to the list what was set aside, unread if it was. */
export const takeBack = (database: Database, act: Act) =>
  change(database, act, {
    where: `AND state = 'aside'`,
    set: `state = ${backInList}, unseen = aside_unseen`,
    log: { action: 'back' },
  })

/** Whether a person holds a request. */
export async function holds(database: Database, ref: string, who: string): Promise<boolean> {
  const rows = await database.all(`SELECT 1 FROM request WHERE ref = ? AND taken_by = ?`, ref, who)
  return rows.length > 0
}

/**
 * What was taken and not finished goes back to the list when the day is over. What waits for an
 * interpreter or was referred keeps its state, and until the day of an agreed time also its holder.
 */
export async function lapse(database: Database, now: number): Promise<void> {
  const day = dayIn(now)
  const over = `taken_by IS NOT NULL AND taken_day < ? AND (state = 'taken'
    OR (${waitsForOthers} AND (next IS NULL OR substr(next, 1, 10) < ?)))`
  const [some] = await database.all(`SELECT 1 FROM request WHERE ${over} LIMIT 1`, day, day)
  if (!some) return
  await database.batch([
    [
      `INSERT INTO log (hour, who, action, ref, detail)
       SELECT ?, taken_by, 'lapse', ref, NULL FROM request WHERE ${over}`,
      hourOf(now),
      day,
      day,
    ],
    [
      `UPDATE request SET taken_by = NULL, state = ${backInList}, rev = rev + 1 WHERE ${over}`,
      day,
      day,
    ],
  ])
}

/**
 * Erases what was transferred longer ago than a decision allows it to be kept here.
 * @param days of the decision (gallringsbeslut)
 */
export async function erase(database: Database, days: number, now: number): Promise<void> {
  const hour = hourOf(now)
  const due = `transferred_at <= ? AND unseen = 0`
  const limit = hour - days * 24
  const [some] = await database.all(`SELECT 1 FROM request WHERE ${due} LIMIT 1`, limit)
  if (!some) return
  const locs = `SELECT loc FROM request WHERE ${due}`
  await database.batch([
    [
      `INSERT INTO log (hour, who, action, ref, detail)
       SELECT ?, 'gallring', 'erased', ref, NULL FROM request WHERE ${due}`,
      hour,
      limit,
    ],
    [`DELETE FROM message WHERE loc IN (${locs})`, limit],
    [`DELETE FROM earlier WHERE loc IN (${locs})`, limit],
    [`DELETE FROM answered WHERE loc IN (${locs})`, limit],
    [`DELETE FROM request WHERE ${due}`, limit],
  ])
  await database.scrub?.()
}

/** Who was removed while the request was on its way changes nothing. */
const worksHere = `EXISTS (SELECT 1 FROM person WHERE name = ?who AND until IS NULL)`
const mine = `AND taken_by = ?who`
const notPassedOn = `NOT EXISTS (SELECT 1 FROM json_each(not_for) WHERE value = ?who)`
const notAside = `state <> 'aside'`
const waitsForOthers = `state IN ('interpreter', 'referred')`
const backInList = `CASE WHEN ${waitsForOthers} THEN state WHEN attempts > 0 THEN 'noAnswer' ELSE 'new' END`

interface Change {
  /** Condition beside reference and revision; begins with AND, or empty. */
  where: string
  set: string
  /** SQL of the detail, left out: none; and of the action, where it is not always the same. */
  log: { action: Action; detail?: string; as?: string }
  /** A statement to be done before, under the same condition. */
  first?: (condition: string) => string
  values?: Record<string, Value>
  /** The change is nothing that others must see before they act. */
  keepRev?: boolean
  /** Who has it is told before that something has changed: it changed because it was taken. */
  holderFirst?: boolean
}

/** Log, first and change happen together or not at all, and only if the condition holds. */
async function change(
  database: Database,
  { ref, rev, who, now }: Act,
  { where, set, log, first, values = {}, keepRev, holderFirst }: Change,
): Promise<Refusal | undefined> {
  const condition = `ref = ?ref AND rev = ?rev AND ${worksHere} ${where}`
  const all = { ref, rev, who, hour: hourOf(now), day: dayIn(now), action: log.action, ...values }
  const [, , changed] = await database.batch([
    bind(
      `INSERT INTO log (hour, who, action, ref, detail)
       SELECT ?hour, ?who, ${log.as ?? '?action'}, ref, ${log.detail ?? 'NULL'} FROM request WHERE ${condition}`,
      all,
    ),
    bind(first?.(condition) ?? `SELECT 1`, all),
    bind(
      `UPDATE request SET ${set}${keepRev ? '' : ', rev = rev + 1'}
       WHERE ${condition} RETURNING ref`,
      all,
    ),
  ])
  if (changed?.length) return undefined
  return refusal(database, { ref, rev, who }, holderFirst)
}

async function refusal(
  database: Database,
  { ref, rev, who }: Pick<Act, 'ref' | 'rev' | 'who'>,
  holderFirst = false,
): Promise<Refusal> {
  const [row] = await database.all(
    `SELECT rev, state, taken_by, withdrawn_at, not_for FROM request WHERE ref = ?`,
    ref,
  )
  if (!row) return { status: 404 }
  const by = row['taken_by']
  const held = by !== null && by !== who && row['state'] !== 'done'
  if (holderFirst && held) return { status: 409, by: String(by) }
  if (row['rev'] !== rev || row['state'] === 'aside') return { status: 412 }
  if ((JSON.parse(String(row['not_for'])) as string[]).includes(who))
    return { status: 403, why: 'notForYou' }
  if (row['withdrawn_at'] !== null) return { status: 410 }
  return by !== null && by !== who
    ? { status: 409, by: String(by) }
    : { status: 403, why: 'notYours' }
}

/** Named values (`?name`) as numbered ones: the only kind that both databases know. */
function bind(sql: string, values: Record<string, Value>): Statement {
  const used: Value[] = []
  const places = new Map<string, number>()
  const numbered = sql.replace(/\?([a-zA-Z]+)/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for ${whole}`)
    if (!places.has(name)) places.set(name, used.push(value))
    return `?${places.get(name)}`
  })
  return [numbered, ...used]
}
