/** What goes over the wire, both ways, and what each side may rely on. */
import * as z from 'zod/mini'

import { messageSize } from './message.ts'

/** A request body may have this many bytes: twenty recipients and room to spare. */
export const largestBody = 96 * 1024

const base64 = (bytes: number) =>
  z.string().check(z.regex(/^[\w-]+$/), z.length(Math.ceil((bytes * 4) / 3)))

/** Answer to `GET /api/form`. */
export const FormState = z.strictObject({
  /** `nobody`: a demonstration or a draft. `closed`: staff do not read in these days. */
  state: z.enum(['open', 'nobody', 'closed']),
  /** Days of a closed form, ISO dates; both or none. */
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  /** Name of the set of recipients. */
  set: z.string(),
  recipients: z.array(z.string()),
  /** The day by which staff have been in touch, ISO date; left out while nobody reads. */
  by: z.optional(z.string()),
})

/** Work that was done for the very bytes it comes with: `proof.ts`. */
export const Proof = z.strictObject({
  day: z.int(),
  nonce: z.string().check(z.regex(/^[\w-]{11}$/)),
})

/** Body of `PUT /api/requests`. */
export const PutRequest = z.strictObject({
  v: z.literal(1),
  set: z.string().check(z.maxLength(64)),
  id: base64(16),
  card: z.string().check(z.regex(/^[\w-]+$/)),
  words: z.string().check(z.regex(/^[\w-]+$/)),
  proof: z.optional(Proof),
})

/** Body of `POST /api/replies` and `POST /api/withdrawals`. */
export const ById = z.strictObject({ id: base64(16) })

/** Body of `POST /api/answers`. */
export const PostAnswer = z.strictObject({
  id: base64(16),
  message: base64(messageSize),
  proof: z.optional(Proof),
})

export type FormState = z.infer<typeof FormState>
export type PutRequest = z.infer<typeof PutRequest>
export type PostAnswer = z.infer<typeof PostAnswer>
export type Proof = z.infer<typeof Proof>
export type ProofNeeded = z.infer<typeof ProofNeeded>

/** Body of a 428: this much work is asked for. */
export const ProofNeeded = z.strictObject({ bits: z.int(), day: z.int() })

/** Body of a 503. */
export const Unavailable = z.strictObject({ why: z.enum(['full', 'storage', 'busy']) })
