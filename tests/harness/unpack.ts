/**
 * What a browser writes is often packed; a search of its files must look inside. Found wherever
 * they begin in a file: gzip, zlib, zstd, Mozilla's LZ4. Brotli has no mark of its own, so it is
 * tried where the body of a cache entry begins.
 */
import { brotliDecompressSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'

/** Longest content looked into, so that chance bytes cannot ask for all memory. */
const limit = { maxOutputLength: 1 << 26 }

/** First bytes of a packed stream, and what opens it from there. */
const marks: [string, (from: Buffer) => Buffer][] = [
  // Node's gunzip refuses what follows the stream; the raw part, after ten bytes, does not.
  ['1f8b0800', (from) => inflateRawSync(from.subarray(10), limit)],
  ['7801', (from) => inflateSync(from, limit)],
  ['785e', (from) => inflateSync(from, limit)],
  ['789c', (from) => inflateSync(from, limit)],
  ['78da', (from) => inflateSync(from, limit)],
  ['28b52ffd', (from) => zstdDecompressSync(from, limit)],
  [
    Buffer.from('mozLz40\0').toString('hex'),
    (from) => lz4(from.subarray(12), from.readUInt32LE(8)),
  ],
]

/** Everything packed that a file holds, unpacked. */
export function unpacked(file: Buffer): Buffer[] {
  const found = [opened(() => brotliDecompressSync(file.subarray(bodyAt(file)), limit))]
  for (const [hex, open] of marks) {
    const mark = Buffer.from(hex, 'hex')
    for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + 1))
      found.push(opened(() => open(file.subarray(at))))
  }
  return found.filter((content) => content !== undefined)
}

/** Where the body begins: Chromium puts a header and the address before it, Firefox nothing. */
function bodyAt(file: Buffer): number {
  const chromium = file.length > 24 && file.toString('hex', 0, 8) === '305c72a71b6dfbfc'
  return chromium ? 24 + file.readUInt32LE(12) : 0
}

/** Bytes that only look like a packed stream fail to open; they are searched as they are. */
function opened(open: () => Buffer): Buffer | undefined {
  try {
    const content = open()
    return content.length > 0 ? content : undefined
  } catch {
    return undefined
  }
}

/**
 * Opens one LZ4 block, the format of Firefox's `.jsonlz4` and `.baklz4`.
 * @param block what follows the mark and the size
 * @param size of the content
 */
export function lz4(block: Buffer, size: number): Buffer {
  const content = Buffer.alloc(Math.min(size, limit.maxOutputLength))
  let [at, to] = [0, 0]
  const length = (short: number) => {
    let all = short
    if (short === 15) for (let more = 255; more === 255; all += more) more = block[at++] ?? 0
    return all
  }
  while (at < block.length) {
    const token = block[at++] ?? 0
    const literals = length(token >> 4)
    block.copy(content, to, at, at + literals)
    at += literals
    to += literals
    if (at + 2 > block.length) break
    const back = block.readUInt16LE(at)
    at += 2
    // Byte by byte: what is copied may be what was just written.
    for (let left = length(token & 15) + 4; left > 0; left--, to++)
      content[to] = content[to - back] ?? 0
  }
  return content
}
