/** What she does: sends, changes, answers, asks for replies, withdraws. */
import { sha256, toText } from '../../src/contact/bytes.ts'
import { locOf } from '../../src/contact/code.ts'
import type { Sealed } from '../../src/contact/envelope.ts'
import { messageSize, repliesShown } from '../../src/contact/message.ts'
import { hourOf, StorageError, type Database, type Statement } from '../environment.ts'

/**
 * More than this is not taken in: requests and her changes of them, messages; changes of one request,
 * answers with one code. The last is counted for codes that nobody has as well, so that none can be
 * told from another by how much it takes. Nothing is ever pushed out.
 */
const most = { requests: 20_000, messages: 50_000, changes: 50, answers: 200 }

/** Places that are not requests, whose answers are remembered to be counted. */
const mostUnknown = 100_000

const changes = `SELECT COUNT(*) FROM earlier WHERE hers = 1`

/** A part of the room: from here on a manager is told every day, and all who send have to work. */
export const nearlyAll = 0.8

export const isNearlyFull = async (database: Database) => (await usedRoom(database)) >= nearlyAll

/** How much of the room is taken, 0 to 1: of requests or of messages, whichever is more. */
export async function usedRoom(database: Database): Promise<number> {
  const [row] = await database.all(
    `SELECT (SELECT COUNT(*) FROM request) + (${changes}) AS stored,
            (SELECT COUNT(*) FROM message) AS messages`,
  )
  return Math.max(
    Number(row?.['stored']) / most.requests,
    Number(row?.['messages']) / most.messages,
  )
}

/** Every answer of the server writes this, so that none is faster than another. */
const heartbeat: Statement = [`UPDATE meta SET v = CAST(v AS INTEGER) + 1 WHERE k = 'hers'`]
const count = `(SELECT CAST(v AS INTEGER) FROM meta WHERE k = 'hers')`

/**
 * Something of hers has come to a request that is there; ?7 is the hour. It has to be read, the work
 * begins again if it was done or set aside, and what was moved to the case system is no longer the whole.
 */
const something = `hers_at = ?7, rev = rev + 1, seq = ${count}, transferred_at = NULL,
  waits_since = CASE WHEN unseen = 1 THEN waits_since ELSE ?7 END, unseen = 1,
  taken_by = CASE WHEN state = 'done' THEN NULL ELSE taken_by END,
  state = CASE WHEN state IN ('done', 'aside') THEN 'new' ELSE state END`

/**
 * Stores a request. The same bytes again change nothing; other bytes for the same id are a change
 * by her, and what stood there before is kept.
 * @returns whether anything was changed; only when it is on the disk
 * @throws StorageError
 */
export async function putRequest(
  database: Database,
  { id, card, words }: Sealed,
  set: string,
  now: number,
): Promise<boolean> {
  const loc = locOf(id)
  const digest = sha256(joined(card, words))
  const hour = hourOf(now)
  const [counts] = await database.all(
    `SELECT (SELECT COUNT(*) FROM request) + (${changes}) AS stored,
            (${changes} AND loc = ?1) AS changed,
            (SELECT COUNT(*) FROM request WHERE loc = ?1 AND digest = ?2) AS same`,
    loc,
    digest,
  )
  const same = Number(counts?.['same']) > 0
  const isFull =
    Number(counts?.['stored']) >= most.requests || Number(counts?.['changed']) >= most.changes
  if (!same && isFull) throw new StorageError(undefined, true)
  await database.batch([
    heartbeat,
    [
      `INSERT INTO earlier (loc, rev, hour, card, words)
       SELECT loc, rev, given_at, card, words FROM request WHERE loc = ? AND digest <> ?`,
      loc,
      digest,
    ],
    [
      `INSERT INTO request
         (loc, ref, kset, card, words, digest, hour, given_at, hers_at, waits_since, seq)
       VALUES (?1, (SELECT value FROM json_each(?2)
                    WHERE NOT EXISTS (SELECT 1 FROM request WHERE ref = value AND loc <> ?1) LIMIT 1),
               ?3, ?4, ?5, ?6, ?7, ?7, ?7, ?7, ${count})
       ON CONFLICT(loc) DO UPDATE
         SET kset = ?3, card = ?4, words = ?5, digest = ?6, given_at = ?7, ${something}
         WHERE request.digest <> ?6`,
      loc,
      JSON.stringify(refsOf(loc)),
      set,
      card,
      words,
      digest,
      hour,
    ],
  ])
  return !same
}

/** Letters and digits that are not mistaken for each other when said or read. */
const refLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Names for a location, the best first; they say nothing of her. The first that is free is used. */
function refsOf(loc: Uint8Array<ArrayBuffer>): string[] {
  const letters = [...loc].map((byte) => refLetters[byte % 32] ?? '').join('')
  const four = Array.from({ length: 28 }, (_, from) => letters.slice(from, from + 4))
  return [...four, toText(loc).slice(0, 12)]
}

/**
 * Stores an answer of hers, if there is such a request. Tells nobody whether there is.
 * @throws StorageError, also after very many with one code, whether there is such a request or not
 */
export async function putAnswer(
  database: Database,
  id: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<void> {
  const loc = locOf(id)
  const hour = hourOf(now)
  const [counts] = await database.all(
    `SELECT (SELECT COUNT(*) FROM message) AS messages,
            (SELECT n FROM answered WHERE loc = ?) AS answered`,
    loc,
  )
  const isFull =
    Number(counts?.['messages']) >= most.messages || Number(counts?.['answered']) >= most.answers
  if (isFull) throw new StorageError(undefined, true)
  const digest = sha256(body)
  await database.batch([
    heartbeat,
    [`INSERT INTO answered (loc, n) VALUES (?, 1) ON CONFLICT(loc) DO UPDATE SET n = n + 1`, loc],
    [
      `UPDATE request SET ${something.replaceAll('?7', '?2')}
       WHERE loc = ?1 AND NOT EXISTS (SELECT 1 FROM message WHERE loc = ?1 AND digest = ?3)`,
      loc,
      hour,
      digest,
    ],
    [
      `INSERT INTO message (loc, sender, n, hour, body, digest)
       SELECT ?1, 'her', (SELECT COUNT(*) + 1 FROM message WHERE loc = ?1 AND sender = 'her'), ?2, ?3, ?4
       FROM request WHERE loc = ?1
       ON CONFLICT DO NOTHING`,
      loc,
      hour,
      body,
      digest,
    ],
  ])
}

/** Forgets the oldest of very many places that are no requests and were answered to. */
export const forgetUnknown: Statement = [
  `DELETE FROM answered
   WHERE rowid <= (SELECT MAX(rowid) FROM answered) - ${mostUnknown}
     AND loc NOT IN (SELECT loc FROM request)`,
]

/** Marks a request as withdrawn, if there is one. Nothing is erased; its content is not to be read. */
export async function withdraw(
  database: Database,
  id: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<void> {
  await database.batch([
    [
      `UPDATE request SET withdrawn_at = ?2, hers_at = ?2, rev = rev + 1, unseen = 0, transferred_at = NULL
       WHERE loc = ?1 AND withdrawn_at IS NULL`,
      locOf(id),
      hourOf(now),
    ],
    heartbeat,
  ])
}

/**
 * The replies to a request, always as many bytes: where there is none, noise that is the same each
 * time and that opens with no key. A request that does not exist, waits or is withdrawn looks the same.
 * @param secret of the database; the noise is drawn from it
 */
export async function repliesTo(
  database: Database,
  secret: Uint8Array<ArrayBuffer>,
  id: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const loc = locOf(id)
  const slots = await noise(secret, loc)
  const rows = await database.all(
    `SELECT m.body FROM message m JOIN request r ON r.loc = m.loc
     WHERE m.loc = ? AND m.sender = 'staff' AND r.withdrawn_at IS NULL
     ORDER BY m.n DESC LIMIT ${repliesShown}`,
    loc,
  )
  for (const [slot, row] of rows.entries()) slots.set(bytesOf(row['body']), slot * messageSize)
  return slots
}

async function noise(secret: Uint8Array<ArrayBuffer>, loc: Uint8Array<ArrayBuffer>) {
  const master = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: loc, info: new Uint8Array() },
    master,
    { name: 'AES-CTR', length: 256 },
    false,
    ['encrypt'],
  )
  const zeros = new Uint8Array(repliesShown * messageSize)
  const counter = new Uint8Array(16)
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-CTR', counter, length: 64 }, key, zeros),
  )
}

/** Bytes of a column: hosts give different arrays for them. */
export const bytesOf = (value: unknown) =>
  new Uint8Array(value as ArrayLike<number>) as Uint8Array<ArrayBuffer>

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
