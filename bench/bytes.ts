/** Bytes on the wire, in brotli and without headers, before the exit works. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

import { files, govukPage } from './govuk.ts'
import { folder, htmlOf, paths } from './places.ts'

/** How much of a brotli stream must have come before its content is there up to `offset`. */
function neededFor(stream: Buffer, offset: number): number {
  let [few, many] = [0, stream.length]
  while (few < many) {
    const half = (few + many) >> 1
    const content = brotliDecompressSync(stream.subarray(0, half), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    })
    if (content.length >= offset) many = half
    else few = half + 1
  }
  return few
}

/** Where the control ends in the HTML, in bytes. */
function controlEnds(html: string, control: RegExp): number {
  const { index } = control.exec(html) ?? { index: -1 }
  if (index < 0) throw new Error('no exit in the page')
  return Buffer.byteLength(html.slice(0, html.indexOf('</a>', index) + 4))
}

export interface Bytes {
  /** Until the control is a link that leads away. */
  link: number
  /** Until a click hides the page, and keys do. */
  whole: number
}

/** Ours: script and control stand early in the page, which is one request. */
export function ourBytes(path = paths[2]): Bytes {
  const stream = readFileSync(`${folder}/site${path}index.html.br`)
  const link = neededFor(stream, controlEnds(htmlOf(path), /<a [^>]*data-exit/))
  return { link, whole: link }
}

/** GOV.UK's: a module runs when the page has come to its end; the cover needs the style. */
export function govukBytes(path = paths[2]): Bytes & { style: number; script: number } {
  const html = govukPage(path, 'http://safe.localhost/', false)
  const stream = brotliCompressSync(html)
  const [style = 0, script = 0] = Object.values(files).map(
    (file) => brotliCompressSync(readFileSync(file)).length,
  )
  const link = neededFor(stream, controlEnds(html, /<a [^>]*govuk-exit-this-page__button/))
  return { link, whole: stream.length + style + script, style, script }
}
