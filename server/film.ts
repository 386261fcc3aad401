/**
 * `npm run film`: the drawn film as a file for screens, one a language, with its captions in the
 * picture and beside it. A real browser draws and encodes it; nothing else is needed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { build } from 'esbuild'
import type { Page } from 'playwright'

import type { Job, Rendered } from '../src/film/render.ts'
import { writeVtt } from '../src/film/vtt.ts'
import { filmIn } from '../src/model/film.ts'
import { isLanguage, languageIds, languages, type Language } from '../src/model/languages.ts'
import { load } from '../src/model/load.ts'

interface Options {
  language: Language
  /** Seconds; the whole film if left out. */
  from?: number | undefined
  to?: number | undefined
  /** Pixels; the height follows. */
  width?: number | undefined
  format?: 'mp4' | 'webm' | undefined
}

/** Pictures a second: what screens in waiting rooms show without a stutter. */
const framesPerSecond = 25

const css = () =>
  ['tokens', 'film-drawings']
    .map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')

/** What the browser is to render, and the captions of that part of the film. */
function jobOf({ language, from = 0, to, width = 1920, format }: Options): Job {
  const film = filmIn(language, load().content)
  const { lang, dir } = languages[film.language]
  return {
    scenes: film.scenes.map(({ drawing, seconds, from, to }) => ({ drawing, seconds, from, to })),
    cues: film.cues,
    css: css(),
    lang,
    dir,
    width,
    // Encoders want even numbers.
    height: Math.round((width * 9) / 32) * 2,
    framesPerSecond,
    from,
    to: Math.min(to ?? film.seconds, film.seconds),
    format,
  }
}

/** Bytes brought out of the browser at a time. */
const portion = 3 * 1024 * 1024

/**
 * Renders the film in `page` (any empty page of a Chromium) into `folder`.
 * @returns the paths of the film and its captions, and how many frames it has
 */
export async function renderFilm(page: Page, options: Options, folder: string) {
  const job = jobOf(options)
  await open(page)
  const told = await page.evaluate(async (job) => {
    const all = globalThis as unknown as { film: { render(job: unknown): Promise<Rendered> } }
    const { bytes, ...rest } = await all.film.render(job)
    Object.assign(globalThis, { made: bytes })
    return { ...rest, size: bytes.length }
  }, job)
  const parts: Buffer[] = []
  for (let at = 0; at < told.size; at += portion)
    parts.push(Buffer.from(await page.evaluate(partOf, [at, at + portion] as const), 'base64'))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `film.${options.language}.${told.format}`)
  writeFileSync(file, Buffer.concat(parts))
  const captions = join(folder, `film.${options.language}.vtt`)
  writeFileSync(captions, writeVtt(within(job)))
  return { file, captions, ...told }
}

/** The lines of the part that is rendered, counted from its start. */
const within = ({ cues, from, to }: Job) =>
  cues
    .filter((cue) => cue.to > from && cue.from < to)
    .map(({ text, ...cue }) => ({
      text,
      from: Math.max(0, cue.from - from),
      to: Math.min(to, cue.to) - from,
    }))

/** Runs in the browser: a part of what was made, as base64. */
function partOf([from, to]: readonly [number, number]): string {
  const { made } = globalThis as unknown as { made: Uint8Array }
  let text = ''
  for (const byte of made.subarray(from, to)) text += String.fromCharCode(byte)
  return btoa(text)
}

/** An empty page that counts as secure (encoders are only there), with the renderer in it. */
async function open(page: Page): Promise<void> {
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>film</title>' }),
  )
  await page.goto('http://localhost/')
  const { outputFiles } = await build({
    entryPoints: ['src/film/render.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'film',
    target: 'es2022',
    logLevel: 'error',
  })
  await page.addScriptTag({ content: `${outputFiles[0]?.text}\nglobalThis.film = film` })
}

/** The system's Chromium, if there is one; else Playwright's own. */
const systemChromium = () =>
  process.env['CHROMIUM'] ??
  (process.env['PATH'] ?? '')
    .split(':')
    .flatMap((folder) => ['chromium', 'google-chrome'].map((name) => join(folder, name)))
    .find((file) => existsSync(file))

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string', multiple: true },
      from: { type: 'string' },
      to: { type: 'string' },
      width: { type: 'string' },
      format: { type: 'string' },
      folder: { type: 'string', default: 'dist.film' },
    },
  })
  const { chromium } = await import('playwright')
  const executablePath = systemChromium()
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  })
  const number = (text?: string) => (text === undefined ? undefined : Number(text))
  for (const language of values.language ?? languageIds) {
    if (!isLanguage(language))
      throw new Error(`Språket ${language} finns inte: ${languageIds.join(', ')}`)
    const page = await browser.newPage({ colorScheme: 'light' })
    const { from, to, width, format, folder } = values
    const chosen = format === 'mp4' || format === 'webm' ? format : undefined
    const size = { from: number(from), to: number(to), width: number(width) }
    const made = await renderFilm(page, { language, ...size, format: chosen }, folder)
    console.log(
      `· ${made.file}: ${made.frames} bilder (${made.drawn} ritade), ${(made.size / 1e6).toFixed(1)} MB`,
    )
    await page.close()
  }
  await browser.close()
}

if (import.meta.main)
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
