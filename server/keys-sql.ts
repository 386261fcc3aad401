/** The first keys as SQL, for a database that only its own host can reach. */
import type { Database, Statement, Value } from '../functions/environment.ts'
import { admit, type NewKey } from '../functions/store/people.ts'
import { migrate } from '../functions/store/schema.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Everything an empty database needs: the tables and the first keys. On a database that is not
 * empty it fails as a whole, since the tables are there.
 * @param by who lets the keys in, for the log
 */
export async function firstKeysSql(keys: NewKey[], by: string, now: number): Promise<string> {
  const database = openSqlite(':memory:')
  const written: string[] = []
  const recording: Database = {
    all: (sql, ...values) => database.all(sql, ...values),
    batch(statements) {
      written.push(...statements.map(inFull))
      return database.batch(statements)
    },
  }
  await migrate(recording)
  await admit(recording, keys, by, now)
  database.close()
  return written.map((sql) => `${sql};\n`).join('')
}

/** A statement with its values in their places. */
function inFull([sql, ...values]: Statement): string {
  let last = 0
  return sql.replace(/\?(\d*)/g, (_, number: string) => {
    last = number ? Number(number) : last + 1
    return literal(values[last - 1])
  })
}

function literal(value: Value | undefined): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  if (typeof value === 'number') return String(value)
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`
  return 'NULL'
}
