/** The log of what staff do: who, which request, which hour. It holds nothing of hers. */
import type { Log, logActions, LogLine, LogOf, LogQuery } from '../../src/contact/staff.ts'
import { dayIn, hourOf, type Database, type Statement } from '../environment.ts'

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

const columns = `SELECT n, hour, who, action, ref, detail`

/** Lines of the whole log that are given at a time. */
const atOnce = 500

/** What matches in the whole log, newest first, a part at a time. */
export async function readLog(
  database: Database,
  { who, action, ref, from, to, before }: LogQuery,
): Promise<Log> {
  const where = `FROM log WHERE (?1 IS NULL OR who = ?1) AND (?2 IS NULL OR action = ?2)
    AND (?3 IS NULL OR substr(ref, 1, length(?3)) = ?3) AND hour >= ?4 AND hour < ?5`
  const values = [
    who ?? null,
    action ?? null,
    ref ?? null,
    from ? firstHourOf(Date.parse(from)) : 0,
    to ? firstHourOf(Date.parse(to) + 86_400_000) : Number.MAX_SAFE_INTEGER,
  ]
  const lines = await database.all(
    `${columns} ${where} AND n < ?6 ORDER BY n DESC LIMIT ${atOnce}`,
    ...values,
    before ?? Number.MAX_SAFE_INTEGER,
  )
  const [all] = await database.all(`SELECT COUNT(*) AS count ${where}`, ...values)
  const people = await database.all(`SELECT DISTINCT who FROM log`)
  return {
    lines: lines as unknown as LogLine[],
    of: Number(all?.['count']),
    people: people.map((row) => String(row['who'])),
  }
}

/** All that is written of one request, newest first. */
export async function logOf(database: Database, ref: string): Promise<LogOf> {
  const lines = await database.all(`${columns} FROM log WHERE ref = ? ORDER BY n DESC`, ref)
  return { lines: lines as unknown as LogLine[] }
}

/** The hour in which a day begins in Stockholm. @param midnight of that day in UTC, milliseconds */
function firstHourOf(midnight: number): number {
  const day = new Date(midnight).toISOString().slice(0, 10)
  let hour = hourOf(midnight) - 3
  while (dayIn(hour * 3_600_000) < day) hour++
  return hour
}
