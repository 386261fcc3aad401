/**
 * The sealed request, in two parts. The card (way, times, language) is an age file to every
 * recipient; the words (number, names, text, the key for replies) are a box whose key lies in the
 * card. The server gives staff the words only on demand, and logs it.
 */
import { Decrypter, Encrypter } from 'age-encryption'
import * as z from 'zod/mini'

import { boxExtra, openBox, sealBox } from './box.ts'
import { fromText, pad, same, sha256, toText, unpad } from './bytes.ts'
import { idOf, locOf, type Keys } from './code.ts'
import { fields, Request, wordFields } from './request.ts'

/** Bytes of JSON in a card and in the words, whatever she wrote. */
const cardBytes = 2048
const wordsBytes = 8192

/** Bytes of every words box. */
export const wordsSize = wordsBytes + boxExtra

const bytes = z.string().check(z.regex(/^[\w-]+$/))
const pick = <F extends keyof Request>(fields: readonly F[]) =>
  Object.fromEntries(fields.map((field) => [field, true])) as Record<F, true>

/** The part all staff see in the list. */
export const Card = z.strictObject({
  v: z.literal(1),
  /** Where the request must lie; staff compare, so that a host cannot swap requests unseen. */
  loc: bytes,
  /** Hours since 1970, by the sender's clock. */
  hour: z.int(),
  /** `plain`: came without JavaScript and passed the server in clear text for a moment. */
  via: z.enum(['sealed', 'plain']),
  /** The language she read the form in. */
  language: z.string().check(z.regex(/^[a-z]{2,8}$/)),
  /** The field that people do not see was filled in: perhaps a robot. Never dropped for that. */
  suspect: z.optional(z.literal(true)),
  /** Without JavaScript: the same for the same answers, so that a form sent twice is seen. */
  digest: z.optional(bytes),
  /** Key of the words. */
  key: bytes,
  request: z.omit(Request, pick(wordFields)),
})

/** The part that is opened one at a time. */
export const Words = z.strictObject({
  v: z.literal(1),
  /** Key of replies and answers. */
  key: bytes,
  /** SHA-256 of all answers, those of the card too: a card that was changed is found out. */
  answers: bytes,
  request: z.pick(Request, pick(wordFields)),
})

export type Card = z.infer<typeof Card>
export type Words = z.infer<typeof Words>

/** How a request came: language, way, hour (since 1970). */
export type About = Pick<Card, 'language' | 'via' | 'hour' | 'suspect' | 'digest'>

/** A request as it is sent and stored. */
export interface Sealed {
  id: Uint8Array<ArrayBuffer>
  card: Uint8Array<ArrayBuffer>
  words: Uint8Array<ArrayBuffer>
}

/**
 * Seals a request.
 * @param recipients public keys of staff, two at least, all of the hybrid kind
 * @param about how it came
 * @throws if there are fewer than two recipients: age would seal to nobody without a word
 */
export async function sealRequest(
  request: Request,
  { id, loc, key }: Keys,
  recipients: string[],
  about: About,
): Promise<Sealed> {
  const wordsKey = crypto.getRandomValues(new Uint8Array(32))
  const inWords = new Set<string>(wordFields)
  const part = (want: boolean) =>
    Object.fromEntries(Object.entries(request).filter(([field]) => inWords.has(field) === want))
  const card: Card = {
    v: 1,
    loc: toText(loc),
    ...about,
    key: toText(wordsKey),
    request: part(false) as Card['request'],
  }
  const words: Words = {
    v: 1,
    key: toText(key),
    answers: await fingerprint(request),
    request: part(true),
  }
  return {
    id,
    card: await sealCard(card, recipients),
    words: await sealBox(wordsKey, loc, words, wordsBytes),
  }
}

/** Seals a card; also for colleagues who were given their key after it came. */
export async function sealCard(card: Card, recipients: string[]): Promise<Uint8Array<ArrayBuffer>> {
  checkRecipients(recipients)
  const age = new Encrypter()
  for (const recipient of recipients) age.addRecipient(recipient)
  return new Uint8Array(await age.encrypt(pad(card, cardBytes)))
}

/** Bytes of a card sealed to these recipients; every card to them has this length. */
export const cardSize = async (recipients: string[]) => {
  checkRecipients(recipients)
  const age = new Encrypter()
  for (const recipient of recipients) age.addRecipient(recipient)
  return (await age.encrypt(new Uint8Array(cardBytes))).length
}

/** @throws unless there are two or more different recipients, all hybrid (never weaker by mixing) */
export function checkRecipients(recipients: string[]): void {
  if (new Set(recipients).size < 2) throw new Error('fewer than two recipients')
  if (!recipients.every((one) => /^age1pq1[a-z0-9]{100,}$/.test(one)))
    throw new Error('a recipient is not a hybrid age key (age1pq1…)')
}

/**
 * Opens a card.
 * @param loc where the request lies, to compare with what she wrote into it
 * @throws if no identity fits, if it was changed, or if it belongs elsewhere
 */
export async function openCard(
  sealed: Uint8Array<ArrayBuffer>,
  loc: Uint8Array<ArrayBuffer>,
  identities: string[],
): Promise<Card> {
  const age = new Decrypter()
  for (const identity of identities) age.addIdentity(identity)
  const card = Card.parse(unpad(await age.decrypt(sealed)))
  if (!same(fromText(card.loc), loc)) throw new Error('the card belongs to another request')
  return card
}

/**
 * Opens the words of a request.
 * @throws if they were changed, if the card is not the one they were sealed with, or if whoever wrote
 * them did not have the code of this place
 */
export async function openWords(words: Uint8Array<ArrayBuffer>, card: Card): Promise<Words> {
  const opened = Words.parse(await openBox(fromText(card.key), fromText(card.loc), words))
  const answers = await fingerprint({ ...card.request, ...opened.request })
  if (opened.answers !== answers) throw new Error('the card was changed after it was sealed')
  const loc = locOf(idOf(fromText(opened.key)))
  if (!same(loc, fromText(card.loc))) throw new Error('written without the code')
  return opened
}

/** SHA-256 of the answers, whatever order they stand in. */
async function fingerprint(request: Request): Promise<string> {
  const inOrder = fields.map((field) => request[field] ?? null)
  return toText(sha256(new TextEncoder().encode(JSON.stringify(inOrder))))
}
