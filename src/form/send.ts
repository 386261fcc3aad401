/** Seals what she wrote and sends it until the server has it, or says that it has not. */
import { makeCode } from '../contact/code.ts'
import type { Request } from '../contact/request.ts'
import type { FormState, ProofNeeded, PutRequest } from '../contact/wire.ts'
import { ask, formState } from './net.ts'
import type { Why } from './notices.tsx'
import type { Sealer } from './sealer.ts'

export type Outcome = { code: string; state: FormState } | { why: Why }

/** It could not be sealed in this browser: the form must go the way without JavaScript. */
export class CannotSeal extends Error {}

/** The server may ask for more work, or for another set, this many times. */
const rounds = 5

/**
 * What one opened form sends with. The code is made once; the same answers are sent in the same
 * bytes, other answers are a change of the same request.
 * @param state what the server said when the form was opened, if it said anything
 */
export function makeSender(language: string, sealer: Sealer, state?: FormState) {
  const code = makeCode()
  let known = state
  let sealed: { of: string; body: PutRequest } | undefined

  async function bodyOf(request: Request, suspect: boolean, to: FormState): Promise<PutRequest> {
    const of = JSON.stringify([request, suspect, to.set])
    if (sealed?.of !== of) {
      const about = {
        language,
        via: 'sealed' as const,
        hour: Math.floor(Date.now() / 3_600_000),
        ...(suspect ? { suspect: true as const } : {}),
      }
      const { set, recipients } = to
      const body = await sealer
        .seal({ code, request, set, recipients, about })
        .catch((cause: unknown) => {
          throw new CannotSeal('not sealed', { cause })
        })
      sealed = { of, body }
    }
    return sealed.body
  }

  /** @throws CannotSeal */
  return async function send(request: Request, suspect: boolean): Promise<Outcome> {
    try {
      known ??= await formState()
      let work: ProofNeeded | undefined
      for (let round = 0; round < rounds; round++) {
        const body = await bodyOf(request, suspect, known)
        if (work)
          body.proof = await sealer.work({ parts: [body.id, body.card, body.words], ...work })
        const answer = await ask('/api/requests', 'PUT', body)
        if (answer.status === 204) {
          sealed = undefined
          sealer.stop()
          return { code, state: known }
        }
        if (answer.status === 428) work = (await answer.json()) as ProofNeeded
        else if (answer.status === 409) known = await formState()
        else return { why: await reason(answer) }
      }
      return { why: 'busy' }
    } catch (error) {
      // Without network the script that seals cannot be had either, and to leave for the form
      // without JavaScript would lose what she wrote.
      if (error instanceof CannotSeal && (await isReached())) throw error
      return { why: 'network' }
    }
  }
}

const isReached = () =>
  formState().then(
    () => true,
    () => false,
  )

async function reason(answer: Response): Promise<Why> {
  const said = (await answer.json().catch(() => ({}))) as { why?: Why }
  return said.why ?? 'storage'
}
