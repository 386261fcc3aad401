import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'

import { expect, test } from '@playwright/test'

import { freshProfile, removeProfile, traces } from '../harness/profile.ts'

const word = 'banana'
const numbers = Array.from({ length: 200 }, (_, at) => (at * 7919).toString(36)).join(' ')
const text = Buffer.from(`${numbers} ${word} ${numbers}`)
const other = Buffer.from('something else')

/** The header of an entry in Chromium's cache, with an address of five letters. */
const entry = Buffer.from(`305c72a71b6dfbfc0500000005${'00'.repeat(11)}`, 'hex')

/** Three letters, then four from two back; it makes seven. */
const lz4 = Buffer.from('\x07\0\0\0\x30ban\x02\0', 'latin1')

const packed = {
  gzip: Buffer.concat([other, gzipSync(text), other]),
  zlib: Buffer.concat([other, deflateSync(text), other]),
  zstd: Buffer.concat([other, zstdCompressSync(text)]),
  brotli: brotliCompressSync(text),
  'cache/entry': Buffer.concat([entry, Buffer.from('http:'), brotliCompressSync(text), other]),
  'session.jsonlz4': Buffer.concat([Buffer.from('mozLz40\0'), lz4]),
}

const plain = {
  narrow: Buffer.from(`${numbers}${word}`),
  wide: Buffer.from(`${numbers}${word}`, 'utf16le'),
  [`${word}s`]: other,
}

test('a word is found in a file however it is packed, and not where it is not', () => {
  for (const [name, bytes] of Object.entries(packed)) expect(bytes.includes(word), name).toBe(false)
  const files = { ...packed, ...plain }
  const profile = freshProfile()
  for (const [name, bytes] of Object.entries({ ...files, none: gzipSync(other) })) {
    mkdirSync(dirname(join(profile, name)), { recursive: true })
    writeFileSync(join(profile, name), bytes)
  }
  const found = traces(profile, [word, 'papaya'])
  removeProfile(profile)
  expect(found.map(([marker]) => marker)).not.toContain('papaya')
  expect(found.map(([, file]) => file).sort()).toEqual(Object.keys(files).sort())
})
