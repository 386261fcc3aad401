/**
 * `npm run build`: checks the content, builds the site, its search index, its policy and its
 * compressed files in a folder aside, and only then puts it in place. A build that fails leaves
 * the last good site as it is.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import { moduleScript, modules, renderScript } from '../src/boot/bundle.ts'
import { dataFiles } from '../src/data/files.ts'
import { joinFacts } from '../src/model/facts.ts'
import { clipPath } from '../src/model/clips.ts'
import { isLanguage, languageIds } from '../src/model/languages.ts'
import { load } from '../src/model/load.ts'
import { readiness } from '../src/model/ready.ts'
import { pageIn, pathOf } from '../src/model/site.ts'
import { checkContent } from './check.ts'
import type { Manifest } from './manifest.ts'
import { framePolicy, policyFor } from './policy.ts'
import { openPress, printAll } from './press.ts'
import { indexSite } from './search-index.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
  '.pdf': 'application/pdf',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
}

/**
 * Builds the product into `folder`.
 * @throws if the content has to be mended or any part of the build fails; `folder` is then untouched
 */
export async function build(folder = process.env['DIST_DIR'] ?? 'dist'): Promise<void> {
  const aside = `${folder}.next`
  const site = join(aside, 'site')
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })

  say('Läser texten')
  if (checkContent() > 0)
    throw new Error('Bygget avbröts: rätta texten först. Den förra webbplatsen är kvar.')

  // The pages offer a file only where there will be one.
  const press = await openPress()
  if ('why' in press)
    say(`Inga PDF-filer (${press.why}). Broschyrernas sidor erbjuder utskrift i stället.`)
  else process.env['PAPER_FILES'] = 'yes'

  say('Bygger sidorna')
  process.env['OUT_DIR'] = site
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const astro = await import('astro')
  await astro.build({ logLevel: 'warn' } as Parameters<typeof astro.build>[0])
  mkdirSync(join(site, 'app'), { recursive: true })
  for (const [name, script] of Object.entries(modules))
    if (existsSync(script.entry))
      writeFileSync(join(site, 'app', name), `${await moduleScript(script)}\n`)
  writeFileSync(join(aside, 'render.js'), `${await renderScript()}\n`)
  for (const language of languageIds) {
    cpSync(`content/contact/${language}.json`, join(site, 'app', `form.${language}.json`))
    if (existsSync(`content/voice/${language}`))
      cpSync(`content/voice/${language}`, join(site, 'voice', language), { recursive: true })
  }

  const { content } = load()
  mkdirSync(join(site, 'data'), { recursive: true })
  for (const { name, text } of dataFiles)
    writeFileSync(join(site, 'data', name), text(content, joinFacts(content)))
  if (!('why' in press)) {
    const began = Date.now()
    const brochures = [...content.brochures.values()]
    const pageOf = ({ head, language }: (typeof brochures)[number]) =>
      `${pathOf(language, 'broschyrer')}${head.number}/`
    await printAll(press, site, brochures, pageOf).finally(() => press.close())
    say(`Skrev ${brochures.length} PDF-filer på ${Math.round((Date.now() - began) / 1000)} s`)
  }
  for (const clip of content.clips) {
    const to = join(site, clipPath(clip, content))
    mkdirSync(dirname(to), { recursive: true })
    cpSync(`content/${clip.file}`, to)
  }

  say('Bygger sökningen')
  const files = walk(site)
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [pathFor(file), readFileSync(join(site, file), 'utf8')]),
  )
  const frames: Manifest['frames'] = {}
  const [siteStyle = ''] = /<style.*?<\/style>/s.exec(pages.get('/') ?? '') ?? []
  for (const [path, html] of pages)
    if (isFrame(path)) {
      // The bundler puts the site's style into every page; a framed page has its own.
      const bare = html.replace(siteStyle, '')
      writeFileSync(join(site, path, 'index.html'), bare)
      frames[path] = framePolicy(path, bare)
      pages.delete(path)
    }
  await indexSite(site, describe(pages, content.addresses), content)

  say('Packar')
  const policy = policyFor(pages)
  const today = new Date().toISOString().slice(0, 10)
  const { erasureDecision, erasureDays, answerDays } = content.settings
  const manifest: Manifest = {
    draft: readiness(content, today).must.length > 0,
    policy,
    frames,
    open: dataFiles.map(({ name }) => `/data/${name}`),
    answerDays,
    erasure:
      erasureDecision && erasureDays !== null
        ? { decision: erasureDecision, days: erasureDays }
        : null,
    files: {},
  }
  await Promise.all(
    walk(site).map(async (file) => {
      manifest.files[pathFor(file)] = {
        file,
        type: types[extname(file)] ?? 'application/octet-stream',
        encodings: await compress(join(site, file)),
      }
    }),
  )
  writeFileSync(join(aside, 'manifest.json'), JSON.stringify(manifest))

  rmSync(`${folder}.last`, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, `${folder}.last`)
  renameSync(aside, folder)
  rmSync(`${folder}.last`, { recursive: true, force: true })
  say(`Klart: ${pages.size} sidor`)
}

const say = (what: string) => console.log(`· ${what}`)

const walk = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )

/** `sv/steg/2/index.html` → `/sv/steg/2/`. */
const pathFor = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

/** The page of each language that other sites may frame. */
const isFrame = (path: string) => /^\/[a-z]+\/lanka\/ram\/$/.test(path)

/** Which page, in which language, each path of the table of addresses is. */
function describe(pages: Map<string, string>, addresses: Record<string, string>) {
  return languageIds.flatMap((language) =>
    Object.keys(addresses).flatMap((id) => {
      const path = pathOf(language, id)
      const html = pages.get(path)
      const written = pageIn(language, id).language
      return html && isLanguage(written) ? [{ path, html, id, language, written }] : []
    }),
  )
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Writes `.br` and `.gz` beside a text file; returns the encodings that made it smaller. */
async function compress(path: string): Promise<('br' | 'gzip')[]> {
  const whole = readFileSync(path)
  if (/\.(mp3|mp4|webm|pdf)$/.test(path) || whole.length < 200) return []
  const [br, gz] = await Promise.all([
    brotli(whole, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    }),
    zip(whole, { level: 9 }),
  ])
  if (br.length >= whole.length) return []
  writeFileSync(`${path}.br`, br)
  writeFileSync(`${path}.gz`, gz)
  return ['br', 'gzip']
}

if (import.meta.main)
  await build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
