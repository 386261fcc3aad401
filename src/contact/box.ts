/** AES-256-GCM boxes of one size: the words of a request, a reply, an answer. */
import { pad, unpad } from './bytes.ts'

/** Bytes a box is longer than what it holds: nonce 12, tag 16. */
export const boxExtra = 28

/**
 * Seals a value.
 * @param key 32 bytes
 * @param about bytes that must be the same when it is opened: a box moved elsewhere does not open
 * @throws RangeError if the value does not fit `size` bytes
 */
export async function sealBox(
  key: Uint8Array<ArrayBuffer>,
  about: Uint8Array<ArrayBuffer>,
  value: unknown,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: about },
    await aes(key, 'encrypt'),
    pad(value, size),
  )
  const box = new Uint8Array(size + boxExtra)
  box.set(iv)
  box.set(new Uint8Array(sealed), 12)
  return box
}

/** @throws if the key, the bytes or what they are about is another */
export async function openBox(
  key: Uint8Array<ArrayBuffer>,
  about: Uint8Array<ArrayBuffer>,
  box: Uint8Array<ArrayBuffer>,
): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: box.subarray(0, 12), additionalData: about },
    await aes(key, 'decrypt'),
    box.subarray(12),
  )
  return unpad(new Uint8Array(plain))
}

const aes = (key: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use])
