/**
 * A key file: what a member of staff opens the inbox with. One file holds the name, the identity
 * that opens requests and the token that the server knows a hash of, sealed with a passphrase.
 */
import {
  armor,
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  identityToRecipient,
  type Identity,
} from 'age-encryption'
import * as z from 'zod/mini'

import { sha256, toText } from './bytes.ts'

/** `manager` may also admit and remove people, close the form and read the log. */
export const Role = z.enum(['staff', 'manager'])
export type Role = z.infer<typeof Role>

/** A name in the list of staff: what colleagues call each other. */
export const Name = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} .'-]{0,39}$/u))

/** What a key file holds when it is open. */
export const Key = z.strictObject({
  v: z.literal(1),
  name: Name,
  /** `AGE-SECRET-KEY-PQ-1…`: this key's own, and older ones of the same person. */
  identities: z.array(z.string()).check(z.minLength(1)),
  /** 32 random bytes, base64url. */
  token: z.string(),
})
export type Key = z.infer<typeof Key>

/** What the server and colleagues may know of a key; the manager admits it. */
export const Admission = z.strictObject({
  name: Name,
  recipient: z.string().check(z.regex(/^age1pq1[a-z0-9]{100,4000}$/)),
  /** SHA-256 of the token, base64url. */
  token: z.string().check(z.regex(/^[\w-]{43}$/)),
})
export type Admission = z.infer<typeof Admission>

/**
 * Makes a key.
 * @param older identities of a former key of the same person, to go on reading what came to it
 */
export async function makeKey(
  name: string,
  older: string[] = [],
): Promise<{ key: Key; admission: Admission }> {
  const identity = await generateHybridIdentity()
  const token = toText(crypto.getRandomValues(new Uint8Array(32)))
  return {
    key: { v: 1, name, identities: [identity, ...older], token },
    admission: {
      name,
      recipient: await identityToRecipient(identity),
      token: await hashOf(token),
    },
  }
}

/** What the server keeps of a token. */
export const hashOf = async (token: string) => toText(sha256(new TextEncoder().encode(token)))

/** Letters that are not mistaken for each other when read or said. */
const controlLetters = 'ABDEFGHJKLMNPRSTXY'

/**
 * Four groups of four letters that follow from a key and its token: who makes a key and who lets it in
 * read them to each other, so that nobody has put another key in between. About 66 bits.
 */
export function controlWords({ recipient, token }: Pick<Admission, 'recipient' | 'token'>): string {
  const digest = sha256(new TextEncoder().encode(`${recipient}|${token}`))
  const letters = [...digest.subarray(0, 16)].map(
    (byte) => controlLetters[byte % controlLetters.length] ?? '',
  )
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join(' ')
}

/** log₂ of scrypt's work: about a second on an office machine, run in a Worker. */
const work = 18

/**
 * The key as a text file. Any `age` program opens it with the passphrase.
 * @param logN log₂ of scrypt's work; smaller only in tests
 */
export async function writeKeyFile(key: Key, passphrase: string, logN = work): Promise<string> {
  const age = new Encrypter()
  age.setScryptWorkFactor(logN)
  age.setPassphrase(passphrase)
  return armor.encode(await age.encrypt(JSON.stringify(key)))
}

/**
 * Opens a key file. Takes about a second: call it in a Worker.
 * @param by the passphrase, or an age identity of one's own that tells its progress
 * @throws if the passphrase is wrong or the file is not a key file
 */
export async function openKeyFile(file: string, by: string | Identity): Promise<Key> {
  const age = new Decrypter()
  if (typeof by === 'string') age.addPassphrase(by)
  else age.addIdentity(by)
  return Key.parse(JSON.parse(await age.decrypt(armor.decode(file.trim()), 'text')))
}

/** A passphrase of six made-up words, about 81 bits; easy to say over a phone. */
export function makePassphrase(): string {
  const consonants = 'bdfghjklmnprstvwxz'
  const vowels = 'aeiouy'
  const pick = (from: string) => {
    const limit = 256 - (256 % from.length)
    for (;;) {
      const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
      if (byte < limit) return from[byte % from.length] ?? ''
    }
  }
  const word = () => pick(consonants) + pick(vowels) + pick(consonants) + pick(vowels)
  return Array.from({ length: 6 }, word).join('-')
}
