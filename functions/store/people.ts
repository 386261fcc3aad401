/** Who may read: their tokens (as hashes), their public keys, and the set that requests are sealed to. */
import { sha256, toText } from '../../src/contact/bytes.ts'
import { cardSize } from '../../src/contact/envelope.ts'
import { hashOf, type Role } from '../../src/contact/keyfile.ts'
import { hourOf, type Database, type Statement } from '../environment.ts'
import { logLine } from './log.ts'

export interface Person {
  name: string
  role: Role
  since: number
}

/** Who changes people: someone of the inbox, or a program on the server by its name. */
type By = Person | string

/**
 * Undoes a whole batch unless a person still works here, in the role she or he was known in: a
 * request that was on its way when its sender was removed does nothing.
 */
export const mustWorkHere = ({ name, role }: Person): Statement => [
  // No value is a value that no column of that table takes.
  `INSERT INTO meta (k, v) SELECT 'removed', NULL
   WHERE NOT EXISTS (SELECT 1 FROM person WHERE name = ? AND role = ? AND until IS NULL)`,
  name,
  role,
]

const nameOf = (by: By) => (typeof by === 'string' ? by : by.name)
const guardOf = (by: By) => (typeof by === 'string' ? [] : [mustWorkHere(by)])

/** A key as it is let in: staff and managers have a token (its hash), the recovery key has none. */
export interface NewKey {
  name: string
  role: Role | 'recovery'
  recipient: string
  token: string | null
}

/** Someone else has changed people meanwhile; nothing was changed. */
export class TurnTaken extends Error {}

/** A set of recipients. Cards sealed to it have `size` bytes. */
export interface KeySet {
  name: string
  recipients: string[]
  size: number
}

/** Whose token it is, or undefined. */
export async function personOf(database: Database, token: string): Promise<Person | undefined> {
  const [row] = await database.all(
    `SELECT name, role, since FROM person WHERE token = ? AND until IS NULL`,
    await hashOf(token),
  )
  return row && (row as unknown as Person)
}

/** Everyone who works here now; not the recovery key. */
export async function colleagues(database: Database): Promise<Person[]> {
  const rows = await database.all(
    `SELECT name, role, since FROM person WHERE until IS NULL AND token IS NOT NULL ORDER BY name`,
  )
  return rows as unknown as Person[]
}

/** Whether there is a recovery key. */
export async function hasRecovery(database: Database): Promise<boolean> {
  const rows = await database.all(
    `SELECT 1 FROM person WHERE role = 'recovery' AND until IS NULL LIMIT 1`,
  )
  return rows.length > 0
}

/**
 * Lets keys in and makes the set of recipients anew.
 * @param by who does it, for the log; a person must still work here
 * @returns false if a name is in use already; then nothing was changed
 */
export async function admit(
  database: Database,
  keys: NewKey[],
  by: By,
  now: number,
): Promise<boolean> {
  const hour = hourOf(now)
  const turn = await turnOf(database)
  const rows = await database.all(`SELECT name FROM person WHERE until IS NULL`)
  const taken = new Set(rows.map(({ name }) => name))
  if (keys.some(({ name }) => taken.has(name))) return false
  await change(
    database,
    turn,
    now,
    (recipients) => [...recipients, ...keys.map(({ recipient }) => recipient)],
    [
      ...guardOf(by),
      ...keys.map(({ name, role, recipient, token }): Statement => [
        `INSERT INTO person (name, role, recipient, token, since) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT(name) DO UPDATE
           SET role = ?2, recipient = ?3, token = ?4, since = ?5, until = NULL`,
        name,
        role,
        recipient,
        token,
        hour,
      ]),
      ...keys.map(({ name, role }) =>
        logLine(hour, nameOf(by), 'admit', null, `${name} (${role})`),
      ),
    ],
  )
  return true
}

/**
 * Removes a person at once: the token stops working, nothing more is sealed to the key.
 * @returns why not: nobody has the name, or fewer than two recipients or no manager would be left
 */
export async function remove(
  database: Database,
  name: string,
  by: By,
  now: number,
): Promise<'unknown' | 'tooFew' | 'noManager' | undefined> {
  const turn = await turnOf(database)
  const rows = await database.all(`SELECT name, role, recipient FROM person WHERE until IS NULL`)
  const left = rows.filter((row) => row['name'] !== name)
  const gone = rows.find((row) => row['name'] === name)
  if (!gone) return 'unknown'
  if (left.length < 2) return 'tooFew'
  if (!left.some(({ role }) => role === 'manager')) return 'noManager'
  const hour = hourOf(now)
  await change(database, turn, now, (recipients) => without(recipients, gone['recipient']), [
    ...guardOf(by),
    [`UPDATE person SET until = ?2, token = NULL WHERE name = ?1`, name, hour],
    // What a leaver held goes back to the list.
    [
      `UPDATE request SET taken_by = NULL, rev = rev + 1,
         state = CASE WHEN state <> 'taken' THEN state WHEN attempts > 0 THEN 'noAnswer' ELSE 'new' END
       WHERE taken_by = ? AND state <> 'done'`,
      name,
    ],
    logLine(hour, nameOf(by), 'remove', null, name),
  ])
  return undefined
}

/** A person's own new key in place of the old. */
export async function changeKey(
  database: Database,
  me: Person,
  { recipient, token }: { recipient: string; token: string },
  now: number,
): Promise<void> {
  const { name } = me
  const turn = await turnOf(database)
  const [row] = await database.all(`SELECT recipient FROM person WHERE name = ?`, name)
  const hour = hourOf(now)
  await change(
    database,
    turn,
    now,
    (recipients) => [...without(recipients, row?.['recipient']), recipient],
    [
      mustWorkHere(me),
      [
        `UPDATE person SET recipient = ?2, token = ?3, since = ?4 WHERE name = ?1`,
        name,
        recipient,
        token,
        hour,
      ],
      logLine(hour, name, 'changeKey', null, null),
    ],
  )
}

const without = (recipients: string[], gone: unknown) => recipients.filter((one) => one !== gone)

/** The number of the next change of people, to be asked for before anything is looked at. */
async function turnOf(database: Database): Promise<number> {
  const [row] = await database.all(`SELECT COUNT(*) AS done FROM meta WHERE k LIKE 'people:%'`)
  return Number(row?.['done'])
}

/**
 * Changes people and the set in one go: never one without the other.
 * @throws TurnTaken if someone else has changed people since `turn` was asked for; StorageError; an
 * Error if a recipient is not one. Nothing was changed then.
 */
async function change(
  database: Database,
  turn: number,
  now: number,
  next: (recipients: string[]) => string[],
  statements: Statement[],
): Promise<void> {
  const rows = await database.all(`SELECT recipient FROM person WHERE until IS NULL`)
  const recipients = [...new Set(next(rows.map(({ recipient }) => String(recipient))))].sort()
  const list = JSON.stringify(recipients)
  const name = toText(sha256(new TextEncoder().encode(list))).slice(0, 16)
  const hour = hourOf(now)
  const size = await cardSize(recipients)
  const all: Statement[] = [
    // Two who change at once: the second finds the number taken, and nothing of hers is done.
    [`INSERT INTO meta (k, v) VALUES (?, '')`, `people:${turn}`],
    ...statements,
    [`UPDATE keyset SET until = ?1 WHERE until IS NULL`, hour],
    [
      `INSERT INTO keyset (name, recipients, size, since) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT(name) DO UPDATE SET until = NULL`,
      name,
      list,
      size,
      hour,
    ],
  ]
  await database.batch(all).catch(async (error: unknown) => {
    throw (await turnOf(database)) === turn ? error : new TurnTaken()
  })
}

/** The set to seal to now; undefined before the first keys. */
export async function currentSet(database: Database): Promise<KeySet | undefined> {
  const [row] = await database.all(`SELECT * FROM keyset WHERE until IS NULL`)
  return row && asSet(row)
}

const asSet = (row: Record<string, unknown>): KeySet => ({
  name: String(row['name']),
  recipients: JSON.parse(String(row['recipients'])) as string[],
  size: Number(row['size']),
})
