/** Cloudflare's D1 as the database of the functions. */
import { StorageError, type Database, type Row, type Value } from '../functions/environment.ts'
import { migrate } from '../functions/store/schema.ts'

/** What is used of the binding. */
export interface D1 {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ results: Row[] }[]>
}
interface D1Statement {
  bind(...values: Value[]): D1Statement
  all(): Promise<{ results: Row[] }>
}

/** How D1 says that nothing more fits. */
const full = /SQLITE_FULL|disk is full|maximum (DB|database) size/i

/**
 * D1 does a batch wholly or not at all, and answers when it is stored. The tables are brought up to
 * date before the first question of each isolate.
 */
export function openD1(d1: D1): Database {
  const raw: Database = {
    all: (sql, ...values) =>
      guarded(
        async () =>
          (
            await d1
              .prepare(sql)
              .bind(...values)
              .all()
          ).results,
      ),
    batch: (statements) =>
      guarded(async () => {
        const bound = statements.map(([sql, ...values]) => d1.prepare(sql).bind(...values))
        return (await d1.batch(bound)).map(({ results }) => results)
      }),
  }
  let upToDate = false
  async function ready(): Promise<Database> {
    if (!upToDate) await guarded(() => migrate(raw))
    upToDate = true
    return raw
  }
  return {
    all: async (...args) => (await ready()).all(...args),
    batch: async (...args) => (await ready()).batch(...args),
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageError) throw error
    throw new StorageError(error, full.test(String(error)))
  }
}
