/** Bytes as text, and text as bytes of one length. */
import { sha256 as digest } from '@noble/hashes/sha2.js'

/** base64url without padding. */
export function toText(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** @throws if `text` is not base64url in its one canonical form */
export function fromText(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new Error('not base64url')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  // By hand: `Uint8Array.from` was half of the server's time for a request.
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  // Bits beyond the last byte are zero in the canonical form.
  const rest = bytes.length % 3
  if (rest > 0 && toText(bytes.subarray(-rest)) !== text.slice(-rest - 1))
    throw new Error('not canonical base64url')
  return bytes
}

/**
 * A value as JSON in exactly `size` bytes: its length (u32, big-endian), the JSON, zeros.
 * @throws RangeError if it does not fit
 */
export function pad(value: unknown, size: number): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value))
  if (json.length + 4 > size) throw new RangeError(`${json.length} bytes do not fit ${size}`)
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, json.length)
  padded.set(json, 4)
  return padded
}

/** @throws if the bytes are not what `pad` makes */
export function unpad(padded: Uint8Array): unknown {
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0)
  if (length > padded.length - 4) throw new Error('longer than its bytes')
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw new Error('not padded')
  return JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(4, 4 + length)),
  )
}

/**
 * SHA-256, 32 bytes. Not by Web Crypto: on a server its threads may all be busy stretching codes, and
 * then what comes sealed would wait for what comes plain.
 */
export const sha256 = (bytes: Uint8Array) => digest(bytes) as Uint8Array<ArrayBuffer>

/** Whether two byte strings are the same; takes as long wherever they differ. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < Math.min(a.length, b.length); at++)
    difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}
