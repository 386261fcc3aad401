/** What the form and the code page ask for, with JavaScript. The server sees sealed bytes only. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

import { fromText } from '../src/contact/bytes.ts'
import { wordsSize } from '../src/contact/envelope.ts'
import { dayOf, proven } from '../src/contact/proof.ts'
import { ById, PostAnswer, PutRequest, type Proof, type ProofNeeded } from '../src/contact/wire.ts'
import { jsonOf, sameSite } from './body.ts'
import type { Environment } from './environment.ts'
import { formState } from './form-state.ts'
import type { Pressure } from './pressure.ts'
import { putAnswer, putRequest, repliesTo, usedRoom, withdraw } from './store/hers.ts'
import { secretOf } from './store/meta.ts'
import { currentSet } from './store/people.ts'

const ageMagic = new TextEncoder().encode('age-encryption.org/v1\n')

/**
 * - `GET /api/form` → 200 FormState: to whom to seal, whether anyone reads.
 * - `PUT /api/requests` PutRequest → 204 on the disk · 400 · 403 from another site · 409 the set of
 *   recipients is another now: seal again · 411 · 413 · 415 · 428 ProofNeeded · 503 Unavailable.
 * - `POST /api/replies` ById → 200, always as many bytes · 400 · 503.
 * - `POST /api/answers` PostAnswer → 204, whether there is such a request or not · 400 · 428 ProofNeeded
 *   · 503.
 * - `POST /api/withdrawals` ById → 204, whether there is such a request or not · 400 · 503.
 */
export function requests(environment: Environment, pressure: Pressure): Hono {
  const { database, now } = environment
  let secret: Uint8Array<ArrayBuffer> | undefined

  /** The work that these bytes still lack, or undefined. */
  async function workNeeded(
    source: string | undefined,
    parts: Uint8Array[],
    given: Proof | undefined,
  ): Promise<ProofNeeded | undefined> {
    const bits = await pressure.price(source, now(), await usedRoom(database))
    const day = dayOf(now())
    if (bits === 0) return undefined
    const proof = given && { day: given.day, nonce: bytes(given.nonce) }
    return proof && proven(parts, proof, bits, day) ? undefined : { bits, day }
  }

  return new Hono()
    .get('/api/form', async (c) => {
      const state = await formState(environment)
      return c.json(state)
    })
    .put('/api/requests', sameSite, async (c) => {
      const body = await jsonOf(c, PutRequest)
      const set = await currentSet(database)
      if (set?.name !== body.set) throw new HTTPException(409)
      const [id, card, words] = [body.id, body.card, body.words].map(bytes)
      if (!id || !card || !words) throw new HTTPException(400)
      const looksSealed = ageMagic.every((byte, at) => card[at] === byte)
      if (
        id.length !== 16 ||
        card.length !== set.size ||
        words.length !== wordsSize ||
        !looksSealed
      )
        throw new HTTPException(400)
      const source = environment.source(c.req.raw)
      const needed = await workNeeded(source, [id, card, words], body.proof)
      if (needed) return c.json(needed, 428)
      const isNew = await putRequest(database, { id, card, words }, set.name, now())
      // Only what was stored counts: what is refused or repeated makes it dearer for nobody.
      if (isNew) await pressure.count(source, now())
      return c.body(null, 204)
    })
    .post('/api/replies', sameSite, async (c) => {
      const { id } = await jsonOf(c, ById)
      secret ??= await secretOf(database)
      const [key, known] = [secret, bytes(id)]
      const slots = await onTheBeat(() => repliesTo(database, key, known))
      return c.body(slots, 200, { 'Content-Type': 'application/octet-stream' })
    })
    .post('/api/answers', sameSite, async (c) => {
      const body = await jsonOf(c, PostAnswer)
      const [id, message] = [bytes(body.id), bytes(body.message)]
      const source = environment.source(c.req.raw)
      const needed = await workNeeded(source, [id, message], body.proof)
      if (needed) return c.json(needed, 428)
      await onTheBeat(() => putAnswer(database, id, message, now()))
      await pressure.count(source, now())
      return c.body(null, 204)
    })
    .post('/api/withdrawals', sameSite, async (c) => {
      const { id } = await jsonOf(c, ById)
      const known = bytes(id)
      await onTheBeat(() => withdraw(database, known, now()))
      return c.body(null, 204)
    })
}

/**
 * Milliseconds. Who asks by a code is answered a whole number of them later: to find or store more
 * takes longer, and the time must not tell whether there is such a request.
 */
const beat = 25

const nextBeat = () => new Promise((after) => setTimeout(after, beat))

async function onTheBeat<T>(work: () => Promise<T>): Promise<T> {
  let isDone = false
  const first = nextBeat()
  const result = work().finally(() => (isDone = true))
  // Looked at after each beat; what the work threw is thrown below.
  result.catch(() => undefined)
  await first
  while (!isDone) await nextBeat()
  return result
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromText(text)
  } catch {
    throw new HTTPException(400)
  }
}
