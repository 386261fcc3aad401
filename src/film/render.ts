/** In a browser, for `npm run film`: every frame of the film drawn, encoded and put into a file. */
import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

import { drawings, type DrawingName } from './drawings/drawings.ts'
import { picture, type View } from './motion.ts'
import { indexAt, lineAt, starts, type Cue } from './timing.ts'

/** What is to be rendered. Seconds; pixels. */
export interface Job {
  scenes: { drawing: string; seconds: number; from: View; to: View }[]
  cues: Cue[]
  /** The styles of the drawings. */
  css: string
  /** `@font-face` rules of `Paper`, which the lines are written in: the same on every machine. */
  fonts: string
  dir: 'ltr' | 'rtl'
  lang: string
  width: number
  height: number
  framesPerSecond: number
  from: number
  to: number
  /** VP9 in WebM, or H.264 in MP4. */
  format: Format
}

export type Format = 'webm' | 'mp4'

export interface Rendered {
  bytes: Uint8Array
  frames: number
  /** Frames that were drawn; the others are the one before them, again. */
  drawn: number
}

/** Of the frame's height: the margin, the picture, and under it the line. */
const [margin, tall, line] = [0.022, 0.8, 0.06]

/** A drawing moves on every second frame, as drawn film does; the frame between is the same. */
const held = 2

const codecs = { webm: 'vp9', mp4: 'avc' } as const

const bitrateOf = ({ width, height }: Job) => Math.round(width * height * 1.5)

/** Whether this browser can encode what the job asks for; a browser without licences has no H.264. */
export const canMake = (job: Job): Promise<boolean> =>
  canEncodeVideo(codecs[job.format], {
    width: job.width,
    height: job.height,
    bitrate: bitrateOf(job),
  })

/**
 * Renders the film. The same job in the same browser gives the same bytes, of H.264 on one core only:
 * its encoder shares a large picture between cores by how fast each of them was.
 * @throws if the browser cannot encode the format: ask `canMake` first
 */
export async function render(job: Job): Promise<Rendered> {
  // A file says when it was made: the same film is to be the same file.
  Date.now = () => 0
  const { format } = job
  await loadFonts(job)
  const canvas = new OffscreenCanvas(job.width, job.height)
  const source = new CanvasSource(canvas, {
    codec: codecs[format],
    bitrate: bitrateOf(job),
    keyFrameInterval: 4,
  })
  const target = new BufferTarget()
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  })
  output.addVideoTrack(source, { frameRate: job.framesPerSecond })
  await output.start()
  const frames = Math.round((job.to - job.from) * job.framesPerSecond)
  const draw = drawer(job, canvas)
  let drawn = 0
  for (let n = 0; n < frames; n++) {
    const second = job.from + (n - (n % held)) / job.framesPerSecond
    if (await draw(second)) drawn++
    await source.add(n / job.framesPerSecond, 1 / job.framesPerSecond)
  }
  await output.finalize()
  if (!target.buffer) throw new Error('nothing was encoded')
  return { bytes: new Uint8Array(target.buffer), frames, drawn }
}

/**
 * Makes the fonts of the lines ready: a pen does not wait for them, it writes with others.
 * @throws if one of them cannot be read
 */
async function loadFonts({ fonts, cues }: Job): Promise<void> {
  const style = document.createElement('style')
  style.textContent = fonts
  document.head.append(style)
  await document.fonts.load('700 16px Paper', cues.map(({ text }) => text).join(' '))
}

/** What draws the frame at a second; it answers whether anything had changed. */
function drawer(job: Job, canvas: OffscreenCanvas): (second: number) => Promise<boolean> {
  const { width, height, scenes } = job
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const begins = starts(scenes)
  const [w, h] = [(height * tall * 16) / 9, height * tall]
  let before = ''
  return async (second) => {
    const at = Math.min(scenes.length - 1, indexAt(begins, second))
    const scene = scenes[at]
    if (!scene) return false
    const svg = picture(drawings[scene.drawing as DrawingName], scene, second - (begins[at] ?? 0))
    const text = lineAt(job.cues, second)
    if (before === svg + text) return false
    before = svg + text
    const image = await imageOf(svg, job.css, w, h)
    pen.fillStyle = '#f6f1e7'
    pen.fillRect(0, 0, width, height)
    pen.save()
    pen.beginPath()
    pen.roundRect((width - w) / 2, height * margin, w, h, height * 0.02)
    pen.clip()
    pen.drawImage(image, (width - w) / 2, height * margin, w, h)
    pen.restore()
    write(pen, text, job)
    return true
  }
}

/** The drawing as an image, with its styles in it. */
async function imageOf(svg: string, css: string, w: number, h: number): Promise<HTMLImageElement> {
  const box = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270"'
  const whole = `<svg class="drawn" ${box} width="${w}" height="${h}"><style>${css}</style><svg ${box}>${svg}</svg></svg>`
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`
  await image.decode()
  return image
}

/** The line under the picture, on two lines of about the same length if one is not enough. */
function write(pen: OffscreenCanvasRenderingContext2D, text: string, job: Job): void {
  const { width, height, dir, lang } = job
  const size = height * line
  pen.font = `700 ${size}px Paper`
  pen.direction = dir
  if ('lang' in pen) pen.lang = lang
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = '#12292e'
  const lines = broken(text, width * 0.92, (part) => pen.measureText(part).width)
  const middle = height * (margin + tall) + (height * (1 - margin - tall)) / 2
  for (const [n, part] of lines.entries())
    pen.fillText(part, width / 2, middle + (n - (lines.length - 1) / 2) * size * 1.3)
}

/** `text` on one line, or on the two that differ least in length. */
export function broken(text: string, most: number, measure: (part: string) => number): string[] {
  if (measure(text) <= most) return [text]
  const words = text.split(' ')
  const ways = words.slice(1).map((_, n) => {
    const pair = [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')]
    return { pair, longest: Math.max(...pair.map(measure)) }
  })
  return ways.sort((a, b) => a.longest - b.longest)[0]?.pair ?? [text]
}
