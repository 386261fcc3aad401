/** The log of what staff do: who, which request, which hour. It holds nothing of hers. */
import type { logActions, LogFilter, LogLine } from '../../src/contact/staff.ts'
import { firstHourOf, type Database, type Statement, type Value } from '../environment.ts'

export type Action = (typeof logActions)[number]

/** Lines in one page. */
const most = 500

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

const columns = `SELECT n, hour, who, action, ref, detail FROM log`

/** All that was done with one request, newest first. */
export async function logOf(database: Database, ref: string): Promise<LogLine[]> {
  const rows = await database.all(`${columns} WHERE ref = ? ORDER BY n DESC`, ref)
  return rows as unknown as LogLine[]
}

/**
 * A page of what matches a filter, newest first.
 * @param filter `before`: only lines with a lower number; the others say what is looked for
 * @returns the lines, and how many match on all pages
 */
export async function readLog(
  database: Database,
  { before, ...filter }: LogFilter,
): Promise<{ lines: LogLine[]; total: number }> {
  const { where, values } = conditionOf(filter)
  const [row] = await database.all(`SELECT COUNT(*) AS total FROM log WHERE ${where}`, ...values)
  const rows = await database.all(
    `${columns} WHERE ${where} AND n < ? ORDER BY n DESC LIMIT ${most}`,
    ...values,
    before ?? Number.MAX_SAFE_INTEGER,
  )
  return { lines: rows as unknown as LogLine[], total: Number(row?.['total']) }
}

/** Everyone who has done something, a program by its name. */
export async function whoDid(database: Database): Promise<string[]> {
  const rows = await database.all(`SELECT DISTINCT who FROM log ORDER BY who`)
  return rows.map(({ who }) => String(who))
}

function conditionOf({ who, action, ref, from, to }: Omit<LogFilter, 'before'>) {
  const parts: [string, Value | undefined][] = [
    [`who = ?`, who],
    [`action = ?`, action],
    [`instr(upper(ref), upper(?)) > 0`, ref],
    [`hour >= ?`, from && firstHourOf(from)],
    [`hour < ?`, to && firstHourOf(to, 1)],
  ]
  const asked = parts.filter((part): part is [string, Value] => part[1] !== undefined)
  return {
    where: ['1', ...asked.map(([condition]) => condition)].join(' AND '),
    values: asked.map(([, value]) => value),
  }
}
