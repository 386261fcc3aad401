import { createHash } from 'node:crypto'

/** The name space of this directory; changing it changes every identifier that others have kept. */
const space = Buffer.from('7b0f3c7e5d1c4a5c9a6ee6a1f2d9c0b4', 'hex')

/** The same identifier for the same name, at every build (RFC 9562, version 5). */
export function uuid(name: string): string {
  const hash = createHash('sha1').update(space).update(name).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}
