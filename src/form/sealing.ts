/** The work that would stop a slow phone: sealing, and proof of work. Done in a Worker. */
import { fromText, toText } from '../contact/bytes.ts'
import { keysOf } from '../contact/code.ts'
import { sealRequest, type Card } from '../contact/envelope.ts'
import { prove } from '../contact/proof.ts'
import type { Request } from '../contact/request.ts'
import type { Proof, PutRequest } from '../contact/wire.ts'

export interface Job {
  code: string
  request: Request
  /** The set of recipients it is sealed to. */
  set: string
  recipients: string[]
  about: Pick<Card, 'language' | 'via' | 'hour' | 'suspect'>
}

/** `bits` leading zeros for what is sent (its parts as text, in order), on `day` (since 1970). */
export interface Work {
  parts: string[]
  bits: number
  day: number
}

/** @returns the body of `PUT /api/requests`, without proof; @throws if it cannot be sealed */
export async function seal({ code, request, set, recipients, about }: Job): Promise<PutRequest> {
  const { id, card, words } = await sealRequest(request, await keysOf(code), recipients, about)
  return { v: 1, set, id: toText(id), card: toText(card), words: toText(words) }
}

export const work = ({ parts, bits, day }: Work): Proof => ({
  day,
  nonce: toText(prove(parts.map(fromText), day, bits)),
})
