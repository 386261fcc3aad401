/**
 * Proof of work: a speed bump under pressure, never a wall. Bound to the very bytes that are sent, so
 * one proof lets in one request or one answer, and nothing has to be remembered about used proofs:
 * the same bytes again change nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js'

/** Days since 1970. */
export const dayOf = (ms: number) => Math.floor(ms / 86_400_000)

/** Where the count of tries stands, and how long the whole is. */
const nonceAt = 37
const size = 45

/**
 * Looks for a nonce (8 bytes) whose hash begins with `bits` zeros; about 2^bits tries.
 * @param parts what is sent, in its order: id, card and words, or id and message
 */
export function prove(parts: Uint8Array[], day: number, bits: number): Uint8Array<ArrayBuffer> {
  const input = inputOf(parts, day)
  const view = new DataView(input.buffer)
  for (let tried = 0; ; tried++) {
    view.setUint32(nonceAt + 4, tried)
    if (zeros(sha256(input)) >= bits) return input.slice(nonceAt)
  }
}

/** Whether a proof holds for these bytes, today, yesterday or tomorrow. */
export function proven(
  parts: Uint8Array[],
  proof: { day: number; nonce: Uint8Array },
  bits: number,
  today: number,
): boolean {
  if (Math.abs(proof.day - today) > 1 || proof.nonce.length !== 8) return false
  const input = inputOf(parts, proof.day)
  input.set(proof.nonce, nonceAt)
  return zeros(sha256(input)) >= bits
}

/** 0x02 ‖ hash of the parts (32) ‖ day (4) ‖ nonce (8): fixed lengths, so nothing can be moved. */
function inputOf(parts: Uint8Array[], day: number): Uint8Array<ArrayBuffer> {
  const hash = sha256.create()
  // Each part by its own hash: a byte moved from one part to the next is another input.
  for (const part of parts) hash.update(sha256(part))
  const input = new Uint8Array(size)
  input[0] = 2
  input.set(hash.digest(), 1)
  new DataView(input.buffer).setUint32(33, day)
  return input
}

function zeros(hash: Uint8Array): number {
  let count = 0
  for (const byte of hash) {
    if (byte !== 0) return count + Math.clz32(byte) - 24
    count += 8
  }
  return count
}
