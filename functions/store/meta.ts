/** Single values of the service, by name. */
import type { Database, Statement } from '../environment.ts'

export async function readMeta(database: Database, name: string): Promise<string | undefined> {
  const [row] = await database.all(`SELECT v FROM meta WHERE k = ?`, name)
  return row && String(row['v'])
}

/** @param value null takes the name away */
export const writeMeta = (name: string, value: string | null): Statement =>
  value === null
    ? [`DELETE FROM meta WHERE k = ?`, name]
    : [`INSERT INTO meta (k, v) VALUES (?1, ?2) ON CONFLICT(k) DO UPDATE SET v = ?2`, name, value]

/** Days in which staff do not read: `from` and `to` are ISO dates, both included. */
export interface ClosedDays {
  from: string
  to: string
}

export async function closedDays(database: Database): Promise<ClosedDays | null> {
  const text = await readMeta(database, 'closed')
  return text ? (JSON.parse(text) as ClosedDays) : null
}

/** A secret of this database, made once: missing replies are drawn from it. */
export async function secretOf(database: Database): Promise<Uint8Array<ArrayBuffer>> {
  if ((await readMeta(database, 'secret')) === undefined) {
    const fresh = JSON.stringify([...crypto.getRandomValues(new Uint8Array(32))])
    await database.batch([
      [`INSERT INTO meta (k, v) VALUES ('secret', ?) ON CONFLICT(k) DO NOTHING`, fresh],
    ])
  }
  return new Uint8Array(JSON.parse((await readMeta(database, 'secret')) ?? '[]') as number[])
}
