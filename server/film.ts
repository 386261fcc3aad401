/**
 * `npm run film`: the drawn film as a file for screens, one a language, with its captions in the
 * picture and beside it. A real browser draws and encodes it; nothing else is needed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { build } from 'esbuild'
import type { Page } from 'playwright'
import { z } from 'zod'

import type * as Renderer from '../src/film/render.ts'
import type { Format, Job } from '../src/film/render.ts'
import { writeVtt } from '../src/film/vtt.ts'
import { filmIn } from '../src/model/film.ts'
import { languageIds, languages, type Language } from '../src/model/languages.ts'
import { load } from '../src/model/load.ts'
import { fontFaces } from './fonts.ts'

interface Options {
  language: Language
  /** Seconds; the whole film if left out. */
  from?: number | undefined
  to?: number | undefined
  /** Pixels; the height follows. */
  width?: number | undefined
  format?: Format | undefined
}

/** Pictures a second: what screens in waiting rooms show without a stutter. */
const framesPerSecond = 25

const css = () =>
  ['tokens', 'film-drawings']
    .map((name) => readFileSync(`src/styles/${name}.css`, 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')

/**
 * What the browser is to render, and the captions of that part of the film.
 * @throws in Swedish, if no part of the film lies between `from` and `to`
 */
function jobOf({ language, from = 0, to, width = 1920, format = 'webm' }: Options): Job {
  const film = filmIn(language, load().content)
  const { lang, dir } = languages[film.language]
  const end = Math.min(to ?? film.seconds, film.seconds)
  if (!(from >= 0 && end > from))
    throw new Error(
      `--from ska vara mindre än --to, och båda mellan 0 och ${film.seconds} sekunder.`,
    )
  return {
    scenes: film.scenes.map(({ drawing, seconds, from, to }) => ({ drawing, seconds, from, to })),
    cues: film.cues,
    css: css(),
    fonts: fontFaces(),
    lang,
    dir,
    width,
    // Encoders want even numbers.
    height: Math.round((width * 9) / 32) * 2,
    framesPerSecond,
    from,
    to: end,
    format,
  }
}

const cannot = 'Webbläsaren på den här datorn kan inte göra'

/** Bytes brought out of the browser at a time. */
const portion = 3 * 1024 * 1024

/**
 * Renders the film in `page` (any empty page of a Chromium) into `folder`.
 * @returns the paths of the film and its captions, and how many frames it has
 * @throws in Swedish, if its browser cannot encode the format
 */
export async function renderFilm(page: Page, options: Options, folder: string) {
  const job = jobOf(options)
  await open(page)
  const told = await page.evaluate(async (job) => {
    const { film } = globalThis as unknown as { film: typeof Renderer }
    if (!(await film.canMake(job))) return undefined
    const { bytes, ...rest } = await film.render(job)
    Object.assign(globalThis, { made: bytes })
    return { ...rest, size: bytes.length }
  }, job)
  if (!told) throw new Error(`${cannot} ${job.format}. Pröva --format webm, eller Google Chrome.`)
  const parts: Buffer[] = []
  for (let at = 0; at < told.size; at += portion)
    parts.push(Buffer.from(await page.evaluate(partOf, [at, at + portion] as const), 'base64'))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `film.${options.language}.${job.format}`)
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

/**
 * Keeps this process, and the browser it starts, on one core.
 * @returns false where the machine has no way to
 */
function stayOnOneCore(): boolean {
  if (process.platform !== 'linux') return false
  const status = readFileSync('/proc/self/status', 'utf8')
  const [, core = '0'] = /^Cpus_allowed_list:\s*(\d+)/m.exec(status) ?? []
  return spawnSync('taskset', ['--cpu-list', '--pid', core, String(process.pid)]).status === 0
}

const number = (what: string, least: number) =>
  z.coerce.number(`${what} ska vara ett tal.`).min(least, `${what} ska vara minst ${least}.`)

/** What may be written after the command. */
const asked = z.object({
  language: z
    .array(z.enum(languageIds, `--language ska vara något av: ${languageIds.join(', ')}.`))
    .default([...languageIds]),
  from: number('--from', 0).optional(),
  to: number('--to', 0).optional(),
  width: number('--width', 160).max(3840, '--width ska vara högst 3840.').optional(),
  format: z.enum(['webm', 'mp4'], '--format ska vara webm eller mp4.').default('webm'),
  folder: z.string(),
})

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
  const read = asked.safeParse(values)
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'))
  const { language: wanted, folder, ...options } = read.data
  if (options.format === 'mp4' && !stayOnOneCore())
    console.log('· MP4 kan inte göras på en enda kärna här: filen blir inte lika två gånger.')
  const { chromium } = await import('playwright')
  const executablePath = systemChromium()
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath ? { executablePath } : {}),
  })
  for (const language of wanted) {
    const page = await browser.newPage({ colorScheme: 'light' })
    const made = await renderFilm(page, { language, ...options }, folder)
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
