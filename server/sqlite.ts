import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

import { StorageError, type Database, type Row } from '../functions/environment.ts'

/** SQLITE_FULL: the disk, or the most the database may grow to. */
const full = 13

export interface SqliteDatabase extends Database {
  /** The open database, for backups. */
  raw: DatabaseSync
  close(): void
}

/**
 * SQLite in a file: what is acknowledged is on the disk (WAL, synchronous FULL), and what is erased
 * is overwritten (secure_delete).
 * @param file path, or `:memory:`
 */
export function openSqlite(file: string): SqliteDatabase {
  const raw = new DatabaseSync(file, { timeout: 5000 })
  raw.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON`)
  raw.enableDefensive(true)
  const prepared = new Map<string, StatementSync>()

  function run(sql: string, values: readonly unknown[]): Row[] {
    const statement = prepared.get(sql) ?? raw.prepare(sql)
    prepared.set(sql, statement)
    return statement.all(...(values as SQLInputValue[]))
  }

  function guarded<T>(work: () => T): Promise<T> {
    try {
      return Promise.resolve(work())
    } catch (error) {
      return Promise.reject(
        new StorageError(error, (error as { errcode?: number }).errcode === full),
      )
    }
  }

  return {
    raw,
    all: (sql, ...values) => guarded(() => run(sql, values)),
    batch: (statements) =>
      guarded(() => {
        raw.exec('BEGIN IMMEDIATE')
        try {
          const rows = statements.map(([sql, ...values]) => run(sql, values))
          raw.exec('COMMIT')
          return rows
        } catch (error) {
          // SQLite has rolled back by itself when the disk is full.
          if (raw.isTransaction) raw.exec('ROLLBACK')
          throw error
        }
      }),
    // Erased rows still stand in the log of writes until it is emptied.
    scrub: () => guarded(() => raw.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => raw.close(),
  }
}
