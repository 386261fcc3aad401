/** What the functions need from the host they run on. A host is some lines that give them this. */
import { dayIn } from '../src/contact/day.ts'
import type { Keys } from '../src/contact/code.ts'
import type { About, Sealed } from '../src/contact/envelope.ts'
import type { Request as ContactRequest } from '../src/contact/request.ts'
import type { Render } from '../src/form/render.tsx'

export type Value = string | number | null | Uint8Array
export type Row = Record<string, unknown>
export type Statement = [sql: string, ...values: Value[]]

/** A database with the SQL that SQLite and D1 share. Blobs may come back in any array of bytes. */
export interface Database {
  /** @throws StorageError */
  all(sql: string, ...values: Value[]): Promise<Row[]>
  /**
   * All of it or nothing, and on the disk when it returns.
   * @returns the rows of each statement
   * @throws StorageError
   */
  batch(statements: Statement[]): Promise<Row[][]>
  /** Takes away what erased rows have left in files beside the database, where a host can. */
  scrub?(): Promise<void>
}

/** The database could not do it; nothing was changed. */
export class StorageError extends Error {
  readonly full: boolean
  constructor(cause: unknown, full: boolean) {
    super(full ? 'full' : 'storage', { cause })
    this.full = full
  }
}

/** A queue is full; nothing was changed. */
export class BusyError extends Error {}

/** What the build knows of the site and its settings. */
export interface Site {
  /** `npm run ready` lists something: nobody is to send in earnest. */
  draft: boolean
  /** A decision on erasure (gallringsbeslut): its number, and days after the transfer. */
  erasure: { decision: string; days: number } | null
  /** Working days within which staff are in touch; null while nobody has said. */
  answerDays: number | null
}

export interface Environment {
  database: Database
  site: Site
  /** HTML of a built page, by its path. */
  page(path: string): Promise<string | undefined>
  /** The form and its answers as HTML, for readers without JavaScript. */
  render: Render
  /**
   * Runs work of the form without JavaScript, a little at once: the rest waits or is turned away.
   * @throws BusyError if too much waits already
   */
  bounded<T>(work: () => Promise<T>): Promise<T>
  /** Seals a request that came without JavaScript; a host may do it in a thread of its own. */
  seal(request: ContactRequest, keys: Keys, recipients: string[], about: About): Promise<Sealed>
  /** Network address of the sender: used in memory only, never stored. */
  source(request: Request): string | undefined
  /** Tells staff, or a manager, that there is something; the text is constant and tells nothing. */
  notify(to: 'staff' | 'manager'): Promise<void>
  /** Keys that were made for trying the service; nobody reads what is sent. */
  demonstration: boolean
  /** Requests in ten minutes, from all, before work is asked for. */
  calm: number
  /** Milliseconds since 1970. */
  now(): number
}

/** Hours since 1970: the only time that is stored. */
export const hourOf = (ms: number) => Math.floor(ms / 3_600_000)

/**
 * The hour since 1970 in which a day in Stockholm begins.
 * @param day ISO date
 * @param later days after it
 */
export function firstHourOf(day: string, later = 0): number {
  const inUtc = Date.parse(`${day}T00:00Z`) + later * 86_400_000
  const wanted = new Date(inUtc).toISOString().slice(0, 10)
  const hour = hourOf(inUtc)
  // The clock there is one hour ahead, or two in summer.
  return dayIn((hour - 2) * 3_600_000) === wanted ? hour - 2 : hour - 1
}
