/** A copy made while requests come opens, is whole, and a server goes on from it. */
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { bodies, clientOf } from './client.ts'
import { newData, newFolder, part, start } from './place.ts'

/**
 * A server with 4 000 × `share` requests is started again, which makes a copy, and takes requests
 * meanwhile; then the copy is put in the place of a database and served.
 * @returns `whole`: integrity; `missing`: requests from before the copy that it does not hold;
 * `during`: requests taken while it was made; `afterwards`: status of one sent to the restored server
 */
export async function restored(share: number) {
  const count = part(4000, share, 200)
  const { data } = await newData()
  const first = await start(data)
  await send(first.port, await bodies(first.origin), count)
  await first.kill()
  rmSync(join(data, 'backup'), { recursive: true, force: true })
  const folder = join(data, 'backup')
  const copies = () =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sqlite')) : []
  const second = await start(data)
  const make = await bodies(second.origin)
  let during = 0
  do during += await send(second.port, make, 10)
  while (copies().length === 0)
  await second.kill()

  const elsewhere = newFolder()
  const file = join(elsewhere, 'contact.sqlite')
  copyFileSync(join(folder, copies().at(-1) ?? ''), file)
  const database = new DatabaseSync(file)
  const whole = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'] === 'ok'
  const row = database.prepare('SELECT COUNT(*) AS count FROM request').get()
  database.close()
  const third = await start(elsewhere)
  const client = clientOf(third.port, 1)
  const { status: afterwards } = await client.json(
    'PUT',
    '/api/requests',
    (await bodies(third.origin))(),
  )
  client.close()
  await third.kill()
  return { count, during, whole, missing: Math.max(0, count - Number(row?.['count'])), afterwards }
}

/** @returns how many were acknowledged */
async function send(port: number, make: () => object, count: number): Promise<number> {
  const client = clientOf(port, 10)
  let left = count
  let acknowledged = 0
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (left-- > 0)
        if ((await client.json('PUT', '/api/requests', make())).status === 204) acknowledged++
    }),
  )
  client.close()
  return acknowledged
}
