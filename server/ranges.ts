/** A part of a film, so that a browser can jump in it: one range of bytes, as RFC 9110 says. */

/** First and last byte, both counted from 0 and both included. */
export interface Range {
  first: number
  last: number
}

/** Whether a file of this type is handed out in parts. */
export const inParts = (type: string) => /^(?:video|audio)\//.test(type)

/**
 * What a `Range` header asks of a file.
 * @param size bytes of the file
 * @returns the part; `whole` where the header is none, asks for several parts or cannot be read (it is
 * then to be passed by); `outside` where nothing of what is asked for is there (416)
 */
export function rangeOf(header: string | null, size: number): Range | 'whole' | 'outside' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    const many = Number(to)
    return many === 0 || size === 0
      ? 'outside'
      : { first: Math.max(0, size - many), last: size - 1 }
  }
  const [first, last] = [Number(from), to === '' ? Infinity : Number(to)]
  if (last < first) return 'whole'
  if (first >= size) return 'outside'
  return { first, last: Math.min(last, size - 1) }
}

/**
 * The answer for a file that is handed out in parts.
 * @param asked value of the `Range` header
 * @param whole the file
 */
export function partOf(asked: string | null, whole: ArrayBuffer | Uint8Array<ArrayBuffer>) {
  const size = whole.byteLength
  const range = rangeOf(asked, size)
  if (range === 'outside')
    return { status: 416 as const, body: null, headers: { 'Content-Range': `bytes */${size}` } }
  if (range === 'whole') return { status: 200 as const, body: whole, headers: {} }
  const { first, last } = range
  return {
    status: 206 as const,
    body: whole.slice(first, last + 1),
    headers: { 'Content-Range': `bytes ${first}-${last}/${size}` },
  }
}
