/** Very many requests of every kind to a real server: nothing breaks, and nothing is half done. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import fc from 'fast-check'

import { fromText, toText } from '../../src/contact/bytes.ts'
import { locOf } from '../../src/contact/code.ts'
import { bodies, clientOf, type Answer, type Client } from './client.ts'
import { newData, part, start } from './place.ts'
import { shots, type Shot } from './shots.ts'

/** Sent at the same time. */
const together = 20

/** What the database must hold afterwards, and what may be there. */
interface Promised {
  acknowledged: Set<string>
  codes: number
}

/**
 * Sends 100 000 × `share` generated requests.
 * @returns `acceptable`: part of them that should be and was taken in; `busy`: 503 of the plain path;
 * `missing`: acknowledged without a row; `unexplained`: rows without a 204 or a page with a code
 * @throws with the smallest example, if anything is answered with 500, or 503 without a reason
 */
export async function requests(share: number) {
  const { data, people } = await newData()
  const server = await start(data)
  const client = clientOf(server.port, together)
  const make = await bodies(server.origin)
  const promised: Promised = { acknowledged: new Set(), codes: 0 }
  const statuses: Record<number, number> = {}
  let [sent, taken] = [0, 0]

  await fc.assert(
    fc.asyncProperty(
      fc.array(shots(make, people.staff.token), { minLength: together, maxLength: together }),
      async (all) => {
        await Promise.all(
          all.map(async (shot) => {
            const answer = await shoot(client, shot)
            sent++
            statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
            const why = wrong(shot, answer)
            if (why) throw new Error(`${why}: ${shot.method} ${shot.path} → ${answer.status}`)
            if (note(promised, shot, answer) && shot.kind !== 'other') taken++
          }),
        )
      },
    ),
    { numRuns: part(100_000, share, together) / together },
  )

  client.close()
  await server.kill()
  const rows = await locations(data)
  const acknowledged = await Promise.all(
    [...promised.acknowledged].map(async (id) => toText(locOf(fromText(id)))),
  )
  return {
    sent,
    acceptable: taken / sent,
    statuses,
    busy: statuses[503] ?? 0,
    missing: acknowledged.filter((loc) => !rows.has(loc)).length,
    unexplained: rows.size - acknowledged.length - promised.codes,
  }
}

const shoot = (client: Client, { method, path, headers, body }: Shot) =>
  client.ask(method, path, headers, body)

/** Why an answer must not be, if it must not. */
function wrong({ kind, path }: Shot, { status, body }: Answer): string | undefined {
  if (status < 200 || status === 500 || status > 503) return 'broken'
  if (kind === 'put' && status !== 204) return 'a good request was refused'
  if (kind === 'form' && status !== 200 && status !== 422 && status !== 503)
    return 'a good form was refused'
  if (status !== 503) return undefined
  return /^\/\w+\/(kontakt|svar)\//.test(path) && String(body).includes('<html')
    ? undefined
    : 'no reason'
}

/** Notes what an answer promises. @returns whether it says that a request was taken in */
function note(promised: Promised, { method, path, body }: Shot, answer: Answer): boolean {
  if (method === 'PUT' && path === '/api/requests' && answer.status === 204) {
    promised.acknowledged.add((JSON.parse(body ?? '') as { id: string }).id)
    return true
  }
  const hasCode = answer.status === 200 && String(answer.body).includes(' data-code=""')
  if (method !== 'POST' || !path.endsWith('/kontakt/') || !hasCode) return false
  promised.codes++
  return true
}

async function locations(data: string): Promise<Set<string>> {
  const database = new DatabaseSync(join(data, 'contact.sqlite'))
  const rows = database.prepare('SELECT loc FROM request').all()
  database.close()
  return new Set(rows.map(({ loc }) => toText(loc as Uint8Array)))
}
