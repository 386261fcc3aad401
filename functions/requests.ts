/** What the form and the code page ask for, with JavaScript. The server sees sealed bytes only. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

import { fromText } from '../src/contact/bytes.ts'
import { wordsSize } from '../src/contact/envelope.ts'
import { dayOf, proven } from '../src/contact/proof.ts'
import { ById, PostAnswer, PutRequest } from '../src/contact/wire.ts'
import { jsonOf, sameSite } from './body.ts'
import type { Environment } from './environment.ts'
import { formState } from './form-state.ts'
import type { Pressure } from './pressure.ts'
import { putAnswer, putRequest, repliesTo, withdraw } from './store/hers.ts'
import { secretOf } from './store/meta.ts'
import { currentSet } from './store/people.ts'

const ageMagic = new TextEncoder().encode('age-encryption.org/v1\n')

/**
 * - `GET /api/form` → 200 FormState: to whom to seal, whether anyone reads.
 * - `PUT /api/requests` PutRequest → 204 on the disk · 400 · 403 from another site · 409 the set of
 *   recipients is another now: seal again · 411 · 413 · 415 · 428 ProofNeeded · 503 Unavailable.
 * - `POST /api/replies` ById → 200, always as many bytes · 400 · 503.
 * - `POST /api/answers` PostAnswer → 204, whether there is such a request or not · 400 · 503.
 * - `POST /api/withdrawals` ById → 204, whether there is such a request or not · 400 · 503.
 */
export function requests(environment: Environment, pressure: Pressure): Hono {
  const { database, now } = environment
  let secret: Uint8Array<ArrayBuffer> | undefined

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
      const bits = await pressure.price(source, now())
      const day = dayOf(now())
      const proof = body.proof && { day: body.proof.day, nonce: bytes(body.proof.nonce) }
      if (bits > 0 && !(proof && proven(id, proof, bits, day))) return c.json({ bits, day }, 428)
      const isNew = await putRequest(database, { id, card, words }, set.name, now())
      // Only what was stored counts: what is refused or repeated makes it dearer for nobody.
      if (isNew) await pressure.count(source, now())
      return c.body(null, 204)
    })
    .post('/api/replies', sameSite, async (c) => {
      const { id } = await jsonOf(c, ById)
      secret ??= await secretOf(database)
      const slots = await repliesTo(database, secret, bytes(id))
      return c.body(slots, 200, { 'Content-Type': 'application/octet-stream' })
    })
    .post('/api/answers', sameSite, async (c) => {
      const { id, message } = await jsonOf(c, PostAnswer)
      await putAnswer(database, bytes(id), bytes(message), now())
      return c.body(null, 204)
    })
    .post('/api/withdrawals', sameSite, async (c) => {
      const { id } = await jsonOf(c, ById)
      await withdraw(database, bytes(id), now())
      return c.body(null, 204)
    })
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromText(text)
  } catch {
    throw new HTTPException(400)
  }
}
