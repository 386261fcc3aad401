/**
 * `kill -9` in the midst of writing: what was acknowledged is there afterwards. It cannot show what a
 * power cut does: the system still writes what a killed program gave it (`server/sqlite.ts` asks for
 * every transaction to be on the disk).
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { fromText, sha256, toText } from '../../src/contact/bytes.ts'
import { locOf } from '../../src/contact/code.ts'
import { bodies, clientOf, type Body } from './client.ts'
import { newData, part, start } from './place.ts'

/** Writers at the same time. */
const writers = 8
/** Rounds on one database: it takes in 20 000 requests. */
const roundsEach = 25

/** By location: digests of what may stand there. The first was acknowledged last. */
type Written = Map<string, string[]>

/**
 * Kills a real server 200 × `share` times while requests are sent and changed over HTTP.
 * @returns `lost`: acknowledged, and not there, or other bytes; `broken`: databases that are not whole
 */
export async function killed(share: number) {
  const rounds = part(200, share, 2)
  const figures = { rounds: 0, acknowledged: 0, lost: 0, broken: 0 }
  while (figures.rounds < rounds) {
    const { data } = await newData()
    const written: Written = new Map()
    for (let n = 0; n < roundsEach && figures.rounds < rounds; n++, figures.rounds++) {
      figures.acknowledged += await oneRound(data, written)
      figures.lost += lost(data, written)
    }
    if (!isWhole(data)) figures.broken++
  }
  return figures
}

/** Starts, writes, kills. @returns how many were acknowledged */
async function oneRound(data: string, written: Written): Promise<number> {
  const server = await start(data)
  const client = clientOf(server.port, writers)
  const make = await bodies(server.origin)
  let acknowledged = 0
  let alive = true

  async function write(): Promise<void> {
    while (alive) {
      const id = crypto.getRandomValues(new Uint8Array(16))
      const first = make(id)
      if (!(await put(first))) return
      // Every fourth is changed at once.
      if (acknowledged % 4 === 0 && !(await put(make(id, true)))) return
    }
  }
  async function put(body: Body): Promise<boolean> {
    const loc = toText(locOf(fromText(body.id)))
    const digest = toText(sha256(new Uint8Array([...fromText(body.card), ...fromText(body.words)])))
    // Until it is acknowledged, either may stand there.
    written.set(loc, [...(written.get(loc) ?? ['']), digest])
    const answer = await client.json('PUT', '/api/requests', body).catch(() => undefined)
    if (answer?.status !== 204) return false
    written.set(loc, [digest])
    acknowledged++
    return true
  }

  const all = Promise.all(Array.from({ length: writers }, write))
  await new Promise((later) => setTimeout(later, 50 + Math.random() * 400))
  await server.kill()
  alive = false
  await all
  client.close()
  return acknowledged
}

function lost(data: string, written: Written): number {
  const database = new DatabaseSync(join(data, 'contact.sqlite'))
  const rows = database.prepare('SELECT loc, digest FROM request').all()
  database.close()
  const there = new Map(
    rows.map(({ loc, digest }) => [toText(loc as Uint8Array), toText(digest as Uint8Array)]),
  )
  return [...written].filter(([loc, may]) => !may.includes(there.get(loc) ?? '')).length
}

function isWhole(data: string): boolean {
  const database = new DatabaseSync(join(data, 'contact.sqlite'))
  const row = database.prepare('PRAGMA integrity_check').get()
  database.close()
  return row?.['integrity_check'] === 'ok'
}
