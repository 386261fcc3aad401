/** A database with very many requests, for what only shows in a long list. */
import { putRequest } from '../../functions/store/hers.ts'
import { currentSet } from '../../functions/store/people.ts'
import { openSqlite, type SqliteDatabase } from '../../server/sqlite.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { sealRequest } from '../../src/contact/envelope.ts'

/**
 * Seals and stores requests, a minute between two of them, the last one now.
 * @param file a database that keys are let in to, before a server opens it
 * @param more what else is to be done with it
 */
export async function fillInbox(
  file: string,
  count: number,
  more: (database: SqliteDatabase) => void = () => undefined,
): Promise<void> {
  const database = openSqlite(file)
  database.raw.exec('PRAGMA synchronous = OFF')
  const set = await currentSet(database)
  if (!set) throw new Error('no keys')
  const now = Date.now()
  for (let row = 1; row <= count; row++) {
    const keys = await keysOf(makeCode())
    const request = { how: 'call', number: '0701234567', text: `Hej ${row}` } as const
    const about = { language: 'sv', via: 'sealed', hour: 0 } as const
    const sealed = await sealRequest(request, keys, set.recipients, about)
    await putRequest(database, sealed, set.name, now - (count - row) * 60_000)
  }
  more(database)
  database.close()
}
