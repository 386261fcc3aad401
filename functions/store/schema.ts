/** The tables, and how a database comes to have them. */
import type { Database, Statement } from '../environment.ts'

/**
 * `given_at`: when the request, with its times, came or was changed. `hers_at`: when anything of hers
 * came. `waits_since`: since when something of hers has lain unread. `called_at`: when she was last
 * called without an answer. `aside_unseen`: `unseen` as it was when a request was set aside.
 *
 * Each entry takes the schema one version further. Never change one that has been released: add.
 * Times are hours since 1970 (`next` and `taken_day`: local text); nothing finer is stored.
 */
const versions: string[][] = [
  [
    `CREATE TABLE request (
      loc BLOB PRIMARY KEY,
      ref TEXT NOT NULL UNIQUE,
      kset TEXT NOT NULL,
      card BLOB NOT NULL,
      words BLOB NOT NULL,
      digest BLOB NOT NULL,
      rev INTEGER NOT NULL DEFAULT 1,
      hour INTEGER NOT NULL,
      given_at INTEGER NOT NULL,
      hers_at INTEGER NOT NULL,
      unseen INTEGER NOT NULL DEFAULT 1,
      waits_since INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      read_at INTEGER,
      withdrawn_at INTEGER,
      state TEXT NOT NULL DEFAULT 'new',
      attempts INTEGER NOT NULL DEFAULT 0,
      next TEXT,
      taken_by TEXT,
      taken_day TEXT,
      not_for TEXT NOT NULL DEFAULT '[]',
      referred_to TEXT,
      exported_rev INTEGER,
      transferred_at INTEGER
    ) STRICT`,
    // What stood in a request before she, or a new key, changed it.
    `CREATE TABLE earlier (
      loc BLOB NOT NULL,
      rev INTEGER NOT NULL,
      hour INTEGER NOT NULL,
      card BLOB NOT NULL,
      words BLOB NOT NULL
    ) STRICT`,
    `CREATE INDEX earlier_loc ON earlier(loc)`,
    `CREATE TABLE message (
      loc BLOB NOT NULL,
      sender TEXT NOT NULL,
      n INTEGER NOT NULL,
      hour INTEGER NOT NULL,
      body BLOB NOT NULL,
      digest BLOB NOT NULL,
      PRIMARY KEY (loc, sender, n),
      UNIQUE (loc, digest)
    ) STRICT`,
    // Who did what, when; a reference, and nothing of hers.
    `CREATE TABLE log (
      n INTEGER PRIMARY KEY,
      hour INTEGER NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      ref TEXT,
      detail TEXT
    ) STRICT`,
    // Staff, managers, and the recovery key (role recovery, no token).
    `CREATE TABLE person (
      name TEXT PRIMARY KEY,
      role TEXT NOT NULL,
      recipient TEXT NOT NULL,
      token TEXT,
      since INTEGER NOT NULL,
      until INTEGER
    ) STRICT`,
    `CREATE UNIQUE INDEX person_token ON person(token)`,
    `CREATE TABLE keyset (
      name TEXT PRIMARY KEY,
      recipients TEXT NOT NULL,
      size INTEGER NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER
    ) STRICT`,
    // hers: raised whenever something comes, so that every answer takes as long as another, and so
    // that a notice is sent for each thing once (seq of a request against noticed).
    `INSERT INTO meta (k, v) VALUES ('hers', '0'), ('noticed', '0'), ('notices_failed', '0')`,
  ],
  [
    // Whether she changed the request herself: a card that staff seal anew takes none of her room.
    `ALTER TABLE earlier ADD COLUMN hers INTEGER NOT NULL DEFAULT 1`,
    `CREATE INDEX earlier_hers ON earlier(loc) WHERE hers = 1`,
    // How often anything was answered to a place, whether there is a request or not.
    `CREATE TABLE answered (loc BLOB NOT NULL UNIQUE, n INTEGER NOT NULL) STRICT`,
    `ALTER TABLE request ADD COLUMN called_at INTEGER`,
    `ALTER TABLE request ADD COLUMN aside_unseen INTEGER NOT NULL DEFAULT 0`,
    `UPDATE request
     SET called_at = (SELECT MAX(hour) FROM log WHERE log.ref = request.ref AND action = 'noAnswer')
     WHERE attempts > 0`,
    // One row a request, with the number of its last change: numbers only rise, and none is used
    // twice. Triggers write it, so that no statement can forget to. A row without a request: erased.
    `CREATE TABLE change (n INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL UNIQUE) STRICT`,
    ...[
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ].map(
      // On one line: hosts that split a file of SQL look for the ends of lines.
      ([what, row]) =>
        `CREATE TRIGGER request_${what} AFTER ${what} ON request BEGIN DELETE FROM change WHERE ref = ${row}.ref; INSERT INTO change (ref) VALUES (${row}.ref); END`,
    ),
    `INSERT INTO change (ref) SELECT ref FROM request ORDER BY hers_at`,
    // The list from its beginning, a page at a time; what is ended apart.
    `CREATE INDEX request_open ON request(unseen, hers_at, ref) WHERE state NOT IN ('done', 'aside')`,
    `CREATE INDEX request_ended ON request(unseen, hers_at, ref) WHERE state IN ('done', 'aside')`,
    `CREATE INDEX request_taken ON request(taken_day) WHERE taken_by IS NOT NULL`,
    `CREATE INDEX log_ref ON log(ref)`,
  ],
]

/** The version this program works with. */
export const schemaVersion = versions.length

/**
 * Brings the tables to the version of this program.
 * @param before called before a database that holds something is changed: the place for a backup
 * @throws if the database is of a later version than the program
 */
export async function migrate(database: Database, before?: () => Promise<void>): Promise<void> {
  await database.batch([
    [`CREATE TABLE IF NOT EXISTS meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT`],
  ])
  const [row] = await database.all(`SELECT v FROM meta WHERE k = 'schema'`)
  const found = Number(row?.['v'] ?? 0)
  if (found > schemaVersion)
    throw new Error(
      `Databasen har version ${found}, programmet kan ${schemaVersion}. Uppdatera programmet.`,
    )
  if (found === schemaVersion) return
  if (found > 0) await before?.()
  for (let version = found; version < schemaVersion; version++)
    await database.batch([
      ...(versions[version] ?? []).map((sql): Statement => [sql]),
      [
        `INSERT INTO meta (k, v) VALUES ('schema', ?1) ON CONFLICT(k) DO UPDATE SET v = ?1`,
        String(version + 1),
      ],
    ])
}
