/** A film file opened in a browser: how long it is, how many frames, and what a frame looks like. */
import { readFileSync } from 'node:fs'

import { build } from 'esbuild'
import type { Page } from '@playwright/test'

/** What a frame shows: how much the brightness varies in the picture and under it, 0 for one colour. */
export interface Look {
  picture: number
  caption: number
  /** The frame as a PNG, for a person to look at. */
  png: string
}

export interface Opened {
  seconds: number
  frames: number
  looks: Look[]
}

const script = `
import { ALL_FORMATS, BufferSource, CanvasSink, EncodedPacketSink, Input } from 'mediabunny'

export function variety(pen, x, y, w, h) {
  const { data } = pen.getImageData(x, y, w, h)
  let [sum, squares] = [0, 0]
  const count = data.length / 4
  for (let i = 0; i < data.length; i += 4) {
    const light = (data[i] + data[i + 1] + data[i + 2]) / 3
    sum += light
    squares += light * light
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}

export async function open(base64, times) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
  const input = new Input({ source: new BufferSource(bytes.buffer), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  let frames = 0
  for await (const _ of new EncodedPacketSink(track).packets()) frames++
  const sink = new CanvasSink(track)
  const looks = []
  for (const time of times) {
    const { canvas } = await sink.getCanvas(time)
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const pen = copy.getContext('2d')
    pen.drawImage(canvas, 0, 0)
    const { width: w, height: h } = copy
    const blob = new Uint8Array(await (await copy.convertToBlob()).arrayBuffer())
    looks.push({
      picture: variety(pen, w * 0.2, h * 0.1, w * 0.6, h * 0.6),
      caption: variety(pen, 0, h * 0.84, w, h * 0.15),
      png: blob.toBase64 ? blob.toBase64() : '',
    })
  }
  return { seconds: await input.computeDuration(), frames, looks }
}
`

/** Opens `file` in `page`, which must be one where encoders are allowed, and looks at some seconds. */
export async function openFilm(page: Page, file: string, times: number[]): Promise<Opened> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: '.', loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'opened',
    logLevel: 'error',
  })
  await page.addScriptTag({ content: `${outputFiles[0]?.text}\nglobalThis.opened = opened` })
  return page.evaluate(
    ([base64, times]) =>
      (
        globalThis as unknown as {
          opened: { open(base64: string, times: readonly number[]): Promise<Opened> }
        }
      ).opened.open(base64, times),
    [readFileSync(file).toString('base64'), times] as const,
  )
}
