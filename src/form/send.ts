/** Seals what she wrote and sends it until the server has it, or says that it has not, or cannot say. */
import { makeCode, readCode } from '../contact/code.ts'
import type { Request } from '../contact/request.ts'
import type { FormState, ProofNeeded, PutRequest } from '../contact/wire.ts'
import { ask, formState, post } from './net.ts'
import type { Why } from './notices.tsx'
import type { Sealer } from './sealer.ts'

export type Outcome = { code: string; state: FormState } | NotSent

/** `code`: what it came under, if it came; with it she can look, and withdraw. */
export interface NotSent {
  why: Why
  code?: string
}

/** It could not be sealed in this browser: the request must go the way without JavaScript. */
class CannotSeal extends Error {}

/** The server may ask for more work, or for another set, this many times. */
const rounds = 5

/**
 * What one opened form sends with. The code is made once; the same answers are sent in the same
 * bytes, other answers are a change of the same request.
 * @param action where the form without script is sent
 * @param state what the server said when the form was opened, if it said anything
 */
export function makeSender(
  { language, action }: { language: string; action: string },
  sealer: Sealer,
  state?: FormState,
) {
  const code = makeCode()
  let known = state
  /** Something was sent and not answered: from then on nobody can say «not sent». */
  let lost = false
  /** The same of what the server was to seal; it has no code that is known here. */
  let plainLost = false
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

  return async function send(request: Request, suspect: boolean): Promise<Outcome> {
    const failed = (why: Why): NotSent =>
      lost ? { why: 'unsure', code } : { why: plainLost ? 'unsure' : why }
    try {
      known ??= await formState()
      let work: ProofNeeded | undefined
      for (let round = 0; round < rounds; round++) {
        const body = await bodyOf(request, suspect, known)
        if (work)
          body.proof = await sealer.work({ parts: [body.id, body.card, body.words], ...work })
        const answer = await ask('/api/requests', 'PUT', body, () => (lost = true))
        if (answer.status === 204) {
          sealed = undefined
          sealer.stop()
          return { code, state: known }
        }
        if (answer.status === 428) work = (await answer.json()) as ProofNeeded
        else if (answer.status === 409) known = await formState()
        else return failed(await reason(answer))
      }
      return failed('busy')
    } catch (error) {
      // Without network the script that seals cannot be had either; and what is perhaps there
      // already must not come once more under another code.
      const reached = error instanceof CannotSeal && !lost && (await formState().catch(() => null))
      if (!reached) return failed('network')
      const given = await sendPlain(action, request, suspect)
      if (given.code) return { code: given.code, state: reached }
      plainLost ||= !given.answered
      return failed('storage')
    }
  }
}

/**
 * What cannot be sealed here is sealed by the server, as without JavaScript; staff see that.
 * @returns the code she is given; without one, whether the server has said that it is not sent
 */
async function sendPlain(
  action: string,
  request: Request,
  suspect: boolean,
): Promise<{ code?: string; answered: boolean }> {
  const body = new URLSearchParams(suspect ? { subject: 'yes' } : {})
  for (const [field, value] of Object.entries(request))
    for (const one of [value ?? []].flat()) body.append(field, one)
  try {
    const { answered, html } = await post(action, body)
    const page = new DOMParser().parseFromString(html, 'text/html')
    const read = readCode(page.querySelector('[data-code]')?.textContent ?? '')
    return { answered, ...('code' in read ? read : {}) }
  } catch {
    return { answered: false }
  }
}

async function reason(answer: Response): Promise<Why> {
  const said = (await answer.json().catch(() => ({}))) as { why?: Why }
  return said.why ?? 'storage'
}
