import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Hono } from 'hono'

import {
  isLanguage,
  languageIds,
  languages,
  original,
  type Language,
} from '../src/model/languages.ts'
import { headersFor } from './headers.ts'
import { readManifest } from './manifest.ts'

interface Options {
  /** Folder of the built product. */
  folder: string
  /** The functions; left out where only pages are asked for. */
  functions?: Hono
  /** Behind a proxy that sets `X-Forwarded-Proto`: then HTTPS is asked for from then on. */
  trustProxy: boolean
}

/**
 * The whole product as one handler `(Request) => Response`: pages, search index, functions.
 * Keeps no log: who read what is nobody's to know.
 */
export function siteApp({ folder, functions, trustProxy }: Options): Hono {
  const memory = new Map<string, Promise<Buffer<ArrayBuffer>>>()
  let manifest = readManifest(folder)
  let builtAt = statSync(join(folder, 'manifest.json')).mtimeMs

  /** A new build is taken up whole: new pages under the old policy would lose script and style. */
  function takeUpNewBuild(): void {
    const found = statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false })
    if (!found || found.mtimeMs === builtAt) return
    manifest = readManifest(folder)
    builtAt = found.mtimeMs
    memory.clear()
  }

  function contents(file: string) {
    const known =
      memory.get(file) ?? (readFile(join(folder, 'site', file)) as Promise<Buffer<ArrayBuffer>>)
    memory.set(file, known)
    return known
  }

  async function serve(request: Request, path: string, status: 200 | 404) {
    const entry = manifest.files[path]
    if (!entry)
      return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    const accepted = request.headers.get('accept-encoding') ?? ''
    const encoding = entry.encodings.find((name) =>
      new RegExp(`\\b${name}\\b(?!;\\s*q=0(?:[,;\\s]|$))`).test(accepted),
    )
    const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
    const body = await contents(entry.file + suffix)
    return new Response(request.method === 'HEAD' ? null : body, {
      status,
      headers: {
        'Content-Type': entry.type,
        'Content-Length': String(body.length),
        Vary: 'Accept-Encoding',
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      },
    })
  }

  const site = new Hono()
  site.use(async (c, next) => {
    takeUpNewBuild()
    await next()
    for (const [name, value] of Object.entries(headersFor(c.req.path, manifest)))
      c.header(name, value)
    if (trustProxy && c.req.header('x-forwarded-proto') === 'https')
      c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  })
  if (functions) site.route('/', functions)
  site.on(['GET', 'HEAD'], '*', (c) => {
    const path = decoded(c.req.path)
    if (manifest.files[path]) return serve(c.req.raw, path, 200)
    if (manifest.files[`${path}/`]) return c.redirect(`${path}/`, 308)
    return serve(c.req.raw, `/${languageOf(c.req.raw, path)}/404/`, 404)
  })
  site.all('*', (c) => c.text('Method not allowed', 405, { Allow: 'GET, HEAD' }))
  site.onError((_, c) => c.text('The server could not answer. Try again.', 500))
  return site
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The reader's language: the one in the address, else what her browser asks for, else Swedish. */
function languageOf(request: Request, path: string): Language {
  const [, first = ''] = path.split('/')
  if (isLanguage(first)) return first
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',')
  for (const part of wanted) {
    const found = languageIds.find((id) => languages[id].lang === part.trim().slice(0, 2))
    if (found) return found
  }
  return original
}
