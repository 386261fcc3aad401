/** The list of requests as one person sees it: from its beginning, a page at a time, and what changed. */
import { toText } from '../../src/contact/bytes.ts'
import type { Item, Part, WorkState } from '../../src/contact/staff.ts'
import type { Database, Row } from '../environment.ts'
import { bytesOf } from './hers.ts'

/** Requests in one answer: few enough that nobody who sends waits for one that looks. */
const most = 50

/** As the indexes say it, so that they are used. */
const parts: Record<Part, string> = {
  open: `state NOT IN ('done', 'aside')`,
  ended: `state IN ('done', 'aside')`,
}

const columns = `r.ref, r.rev, r.loc, r.state, r.withdrawn_at, r.attempts, r.next, r.taken_by,
  r.not_for, r.referred_to, r.hour, r.read_at, r.given_at, r.hers_at, r.unseen, r.waits_since,
  r.transferred_at, r.called_at, r.card,
  (SELECT COUNT(*) FROM message m WHERE m.loc = r.loc AND m.sender = 'staff') AS replies,
  (SELECT COUNT(*) FROM message m WHERE m.loc = r.loc AND m.sender = 'her') AS answers`

/** A place in a part of the list: what stood last before it. */
export interface Place {
  unseen: number
  hersAt: number
  ref: string
}

/** How many requests each part has. */
export async function countParts(database: Database): Promise<Record<Part, number>> {
  const [row] = await database.all(
    `SELECT (SELECT COUNT(*) FROM request WHERE ${parts.open}) AS open,
            (SELECT COUNT(*) FROM request WHERE ${parts.ended}) AS ended`,
  )
  return { open: Number(row?.['open']), ended: Number(row?.['ended']) }
}

/**
 * A page of one part: what lies unread first, then the newest. What changes its place between two
 * pages may be missed by both; it is among the changes since a mark from before the first.
 * @param after where the page before ended
 */
export async function pageOf(
  database: Database,
  part: Part,
  after: Place | undefined,
  who: string,
): Promise<{ items: Item[]; next: Place | null }> {
  const { unseen, hersAt, ref } = after ?? { unseen: 2, hersAt: 0, ref: '' }
  const rows = await database.all(
    `SELECT ${columns} FROM request r
     WHERE ${parts[part]} AND (r.unseen, r.hers_at, r.ref) < (?, ?, ?)
     ORDER BY r.unseen DESC, r.hers_at DESC, r.ref DESC LIMIT ${most}`,
    unseen,
    hersAt,
    ref,
  )
  const last = rows.length === most ? rows.at(-1) : undefined
  return {
    items: rows.map((row) => itemOf(row, who)),
    next: last
      ? {
          unseen: Number(last['unseen']),
          hersAt: Number(last['hers_at']),
          ref: String(last['ref']),
        }
      : null,
  }
}

/** The number of the last change; 0: nothing has come yet. */
export async function lastChange(database: Database): Promise<number> {
  const [row] = await database.all(`SELECT MAX(n) AS n FROM change`)
  return Number(row?.['n'] ?? 0)
}

/** What has changed: requests as they are now, references of the erased, and where to go on from. */
export interface Changed {
  items: Item[]
  gone: string[]
  mark: number
  more: boolean
}

/**
 * What has changed after a mark, in the order it changed. A request that changed twice comes once.
 * @returns undefined if the mark is of no moment of this database: an older copy was put back
 */
export async function changedSince(
  database: Database,
  since: number,
  who: string,
): Promise<Changed | undefined> {
  const rows = await database.all(
    `SELECT c.n, c.ref AS changed, ${columns}
     FROM change c LEFT JOIN request r ON r.ref = c.ref
     WHERE c.n > ? ORDER BY c.n LIMIT ${most}`,
    since,
  )
  const last = rows.at(-1)
  if (!last && since > (await lastChange(database))) return undefined
  const isThere = (row: Row) => row['ref'] !== null
  return {
    items: rows.filter(isThere).map((row) => itemOf(row, who)),
    gone: rows.filter((row) => !isThere(row)).map((row) => String(row['changed'])),
    mark: last ? Number(last['n']) : since,
    more: rows.length === most,
  }
}

/** One request as it is now. */
export async function requestOf(
  database: Database,
  ref: string,
  who: string,
): Promise<Item | undefined> {
  const [row] = await database.all(`SELECT ${columns} FROM request r WHERE r.ref = ?`, ref)
  return row && itemOf(row, who)
}

/**
 * The card is left out of what was withdrawn, unless she has written since, and of what the person
 * has passed on.
 */
function itemOf(row: Row, who: string): Item {
  const notFor = JSON.parse(String(row['not_for'])) as string[]
  // What she writes after she has withdrawn can be read; nobody calls for that.
  const withdrawn = row['withdrawn_at'] !== null
  const hidden = (withdrawn && row['unseen'] === 0) || notFor.includes(who)
  return {
    ref: String(row['ref']),
    rev: Number(row['rev']),
    loc: toText(bytesOf(row['loc'])),
    state: row['state'] as WorkState,
    withdrawn,
    attempts: Number(row['attempts']),
    calledAt: row['called_at'] as number | null,
    next: row['next'] as string | null,
    takenBy: row['taken_by'] as string | null,
    notFor,
    referredTo: row['referred_to'] as Item['referredTo'],
    hour: Number(row['hour']),
    readAt: row['read_at'] as number | null,
    givenAt: Number(row['given_at']),
    hersAt: Number(row['hers_at']),
    waitsSince: row['unseen'] === 1 ? Number(row['waits_since']) : null,
    replies: Number(row['replies']),
    answers: Number(row['answers']),
    unseen: row['unseen'] === 1,
    transferredAt: row['transferred_at'] as number | null,
    card: hidden ? null : toText(bytesOf(row['card'])),
  }
}
