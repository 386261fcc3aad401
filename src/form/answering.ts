/** Sends an answer of hers to a reply: sealed once, with the work that is asked for under pressure. */
import { toText } from '../contact/bytes.ts'
import type { Keys } from '../contact/code.ts'
import { sealMessage } from '../contact/message.ts'
import type { PostAnswer, ProofNeeded } from '../contact/wire.ts'
import { ask } from './net.ts'
import { makeSealer } from './sealer.ts'

/** The server may ask for more work this many times. */
const rounds = 5

/**
 * What one opened code page answers with; the same text tried again is the same bytes, so that it
 * arrives once.
 */
export function makeAnswer() {
  let n = 0
  let sealed: { of: string; body: PostAnswer } | undefined
  const sealer = makeSealer()

  /**
   * @param onLost it has gone out and was not answered: perhaps it was done, perhaps not
   * @throws if the server did not say that it took it
   */
  return async function answer(
    { key, loc, id }: Keys,
    text: string,
    onLost: () => void,
  ): Promise<void> {
    const of = toText(id) + text
    if (sealed?.of !== of) {
      const hour = Math.floor(Date.now() / 3_600_000)
      const message = await sealMessage(key, loc, 'her', { n: ++n, hour, text })
      sealed = { of, body: { id: toText(id), message: toText(message) } }
    }
    const { body } = sealed
    for (let round = 0; round < rounds; round++) {
      const said = await ask('/api/answers', 'POST', body, onLost)
      if (said.ok) return sealer.stop()
      if (said.status !== 428) break
      const work = (await said.json()) as ProofNeeded
      body.proof = await sealer.work({ parts: [body.id, body.message], ...work })
    }
    throw new Error('not taken in')
  }
}
