/**
 * Proof of work: a speed bump under pressure, never a wall. Bound to the id of a request, which can
 * be written once and replaced, so nothing has to be remembered about used proofs.
 */
import { sha256 } from '@noble/hashes/sha2.js'

/** Days since 1970. */
export const dayOf = (ms: number) => Math.floor(ms / 86_400_000)

/** Looks for a nonce (8 bytes) whose hash begins with `bits` zeros; about 2^bits tries. */
export function prove(id: Uint8Array, day: number, bits: number): Uint8Array<ArrayBuffer> {
  const input = inputOf(id, day)
  const view = new DataView(input.buffer)
  for (let tried = 0; ; tried++) {
    view.setUint32(25, tried)
    if (zeros(sha256(input)) >= bits) return input.slice(21)
  }
}

/** Whether a proof holds for this id, today, yesterday or tomorrow. */
export function proven(
  id: Uint8Array,
  proof: { day: number; nonce: Uint8Array },
  bits: number,
  today: number,
): boolean {
  if (Math.abs(proof.day - today) > 1 || proof.nonce.length !== 8) return false
  const input = inputOf(id, proof.day)
  input.set(proof.nonce, 21)
  return zeros(sha256(input)) >= bits
}

/** 0x01 ‖ id (16) ‖ day (4) ‖ nonce (8): fixed lengths, so parts cannot be moved. */
function inputOf(id: Uint8Array, day: number): Uint8Array<ArrayBuffer> {
  const input = new Uint8Array(29)
  input[0] = 1
  input.set(id, 1)
  new DataView(input.buffer).setUint32(17, day)
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
