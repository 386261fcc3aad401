/** The whole product as one handler: pages, search index, functions. A host says how files are read. */
import { Hono, type Context } from 'hono'

import {
  isLanguage,
  languageIds,
  languages,
  original,
  type Language,
} from '../src/model/languages.ts'
import { headersFor } from './headers.ts'
import type { Manifest } from './manifest.ts'
import { inParts, partOf } from './ranges.ts'

interface Options {
  /** The build that is served; asked for once a request, so that a new one is taken up whole. */
  manifest(): Manifest | Promise<Manifest>
  /** Bytes of a file below `site/`. */
  read(file: string): Promise<Uint8Array<ArrayBuffer> | ArrayBuffer>
  /** The functions; left out where only pages are asked for. */
  functions?: Hono
  /** Whether she came by HTTPS; then it is asked for from then on. */
  isSecure(request: Request): boolean
  /** Encodings her browser takes, as it said it. */
  encodings(request: Request): string
  /** Brotli for a page that is not a file; left out where the host compresses by itself. */
  compress?(path: string, page: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>>
}

interface Build {
  Variables: { build: Manifest }
}

/**
 * Pages and functions as `(Request) => Response`.
 * Keeps no log: who read what is nobody's to know.
 */
export function pagesApp(options: Options): Hono {
  const { manifest, read, functions, isSecure, encodings, compress } = options
  async function serve(c: Context<Build>, path: string, status: 200 | 404) {
    const entry = c.get('build').files[path]
    if (!entry)
      return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } })
    if (status === 200 && inParts(entry.type)) return serveFilm(c, entry)
    const accepted = encodings(c.req.raw)
    const encoding = entry.encodings.find((name) => takes(accepted, name))
    const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
    const body = await read(entry.file + suffix)
    const headers = {
      'Content-Type': entry.type,
      'Content-Length': String(body.byteLength),
      Vary: 'Accept-Encoding',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    }
    // `encodeBody` is Cloudflare's word for bytes that are compressed already; others pass it by.
    const init = { status, headers, encodeBody: encoding ? 'manual' : 'automatic' }
    return new Response(c.req.method === 'HEAD' ? null : body, init)
  }

  /**
   * A built page that a function has written a day in is as light as the page itself. What answers
   * a form is left as it is: how well a code and what she wrote compress together says something of them.
   */
  async function lighten(c: Context<Build>): Promise<void> {
    const { res } = c
    const isPage = c.req.method === 'GET' && res.headers.get('Content-Type')?.includes('text/html')
    if (!compress || !isPage || res.headers.has('Content-Encoding')) return
    c.header('Vary', 'Accept-Encoding')
    if (!takes(encodings(c.req.raw), 'br')) return
    c.res = new Response(await compress(c.req.path, await res.arrayBuffer()), res)
    c.header('Content-Encoding', 'br')
  }

  /** Films and voices: never compressed, and in parts where they are asked for so. */
  async function serveFilm(c: Context<Build>, { file, type }: Manifest['files'][string]) {
    // A range means something for GET only; HEAD tells what a whole GET would.
    const asked = c.req.method === 'GET' ? (c.req.header('range') ?? null) : null
    const { status, body, headers } = partOf(asked, await read(file))
    const length = { 'Content-Length': String(body?.byteLength ?? 0) }
    return new Response(c.req.method === 'HEAD' ? null : body, {
      status,
      headers: { 'Content-Type': type, 'Accept-Ranges': 'bytes', ...length, ...headers },
    })
  }

  const site = new Hono<Build>()
  site.use(async (c, next) => {
    const build = await manifest()
    c.set('build', build)
    await next()
    await lighten(c)
    for (const [name, value] of Object.entries(headersFor(c.req.path, build))) c.header(name, value)
    if (isSecure(c.req.raw))
      c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  })
  if (functions) site.route('/', functions)
  site.on(['GET', 'HEAD'], '*', (c) => {
    const path = decoded(c.req.path)
    const { files } = c.get('build')
    if (files[path]) return serve(c, path, 200)
    if (files[`${path}/`]) return c.redirect(`${path}/`, 308)
    return serve(c, `/${languageOf(c.req.raw, path)}/404/`, 404)
  })
  site.all('*', (c) => c.text('Method not allowed', 405, { Allow: 'GET, HEAD' }))
  site.onError((_, c) => c.text('The server could not answer. Try again.', 500))
  return new Hono().route('/', site)
}

/** Whether a browser takes an encoding. @param accepted its `Accept-Encoding` */
const takes = (accepted: string, name: string) =>
  new RegExp(`\\b${name}\\b(?!;\\s*q=0(?:[,;\\s]|$))`).test(accepted)

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
