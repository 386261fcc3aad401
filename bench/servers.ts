/** The sites of the benchmark: the search engine, ours, GOV.UK's twice, and the destination. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { startSite } from '../tests/harness/servers.ts'
import { assets, files, govukPage } from './govuk.ts'
import { folder, govuk, govukToo, ours, paths, ports, safe } from './places.ts'

/** The destination answers as a place on the net does, not at once. */
export const delay = 250

/** What the browser last told the destination about where it came from. */
export const told = { referer: 'none' }

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** @returns what stops them */
export async function startServers(): Promise<() => void> {
  const site = await startSite({ PORT: String(ports.site), DIST_DIR: folder })
  const servers = await Promise.all([
    listen(ports.search, (_, response) => response.end(searchPage)),
    listen(ports.safe, (request, response) => {
      told.referer = request.headers.referer ?? 'none'
      setTimeout(() => response.end(weatherPage), delay)
    }),
    listen(ports.govuk, govukSite({})),
    listen(
      ports.govukToo,
      govukSite({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }),
    ),
  ])
  return () => {
    site.kill('SIGTERM')
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

function govukSite(headers: Record<string, string>): Answer {
  const noTraces = 'Cache-Control' in headers
  const types = { mjs: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' }
  const bodies = new Map<string, { type: string; br: Buffer; gzip: Buffer }>()
  const add = (path: string, type: string, body: string) =>
    bodies.set(path, { type, br: brotliCompressSync(body), gzip: gzipSync(body) })
  for (const path of paths) add(path, types.html, govukPage(path, safe, noTraces))
  for (const [path, file] of Object.entries(files))
    add(path, path.endsWith('css') ? types.css : types.mjs, readFileSync(file, 'utf8'))
  return (request, response) => {
    const path = request.url ?? ''
    const found = bodies.get(path)
    const font = `${assets}${path.slice('/assets'.length)}`
    if (/^\/assets\/fonts\/[\w.-]+$/.test(path) && existsSync(font))
      return void response.setHeader('Content-Type', 'font/woff2').end(readFileSync(font))
    if (!found) return void response.writeHead(404).end()
    const encoding = String(request.headers['accept-encoding']).includes('br') ? 'br' : 'gzip'
    response.writeHead(200, {
      'Content-Type': found.type,
      'Content-Encoding': encoding,
      ...headers,
    })
    response.end(found[encoding])
  }
}

function listen(port: number, answer: Answer) {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    answer(request, response)
  })
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

const page = (title: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>${body}`

const searchPage = page(
  'Search engine',
  [ours, govuk, govukToo]
    .map(({ id, name, origin }) => `<p><a id="${id}" href="${origin}${paths[0]}">${name}</a>`)
    .join(''),
)

const weatherPage = page('Weather', '<h1>Weather</h1>')
