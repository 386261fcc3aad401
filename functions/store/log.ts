/** The log of what staff do: who, which request, which hour. It holds nothing of hers. */
import type { logActions, LogLine } from '../../src/contact/staff.ts'
import type { Database, Statement } from '../environment.ts'

export type Action = (typeof logActions)[number]

/** A line, to be written in the same batch as what it tells of. */
export const logLine = (
  hour: number,
  who: string,
  action: Action,
  ref: string | null,
  detail: string | null,
): Statement => [
  `INSERT INTO log (hour, who, action, ref, detail) VALUES (?, ?, ?, ?, ?)`,
  hour,
  who,
  action,
  ref,
  detail,
]

/** Newest first, 5 000 at most. @param ref of one request; left out: all */
export async function readLog(database: Database, ref?: string): Promise<LogLine[]> {
  const columns = `SELECT hour, who, action, ref, detail FROM log`
  const rows = ref
    ? await database.all(`${columns} WHERE ref = ? ORDER BY n DESC LIMIT 5000`, ref)
    : await database.all(`${columns} ORDER BY n DESC LIMIT 5000`)
  return rows as unknown as LogLine[]
}
