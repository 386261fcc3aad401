/** The host on Workers serves the site as the server of one machine does. */
import { mkdtempSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { expect, test } from '@playwright/test'

import { startSite } from '../harness/servers.ts'
import { folder, paths } from '../harness/site.ts'
import { startWorkers, type Workers } from '../harness/workers.ts'

const port = Number(process.env['TEST_PORT'] ?? 4380) + 12
const newData = () => mkdtempSync(join(tmpdir(), 'rvc-'))

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: Buffer
}

/** One answer as it is on the wire; without a connection that is kept. */
const ask = (origin: string, path: string, headers = {}) =>
  new Promise<Answer>((resolve, reject) => {
    get(origin + path, { headers, agent: false }, (answer) => {
      const { statusCode: status, headers } = answer
      buffer(answer).then((body) => resolve({ status, headers, body }), reject)
    }).on('error', reject)
  })

/** Headers that tell of the connection, and not of what is served. */
const ofTransport = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length']

const comparable = ({ status, headers, body }: Answer) => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofTransport.includes(name)),
  ),
  body: body.toString('base64'),
})

test.describe('on Workers', () => {
  test.describe.configure({ mode: 'serial' })
  let workers: Workers
  let stopNode: () => void
  const node = `http://127.0.0.1:${port + 1}`

  test.beforeAll(async () => {
    workers = await startWorkers({ port, dist: folder, persist: newData() })
    const child = await startSite({
      PORT: String(port + 1),
      DIST_DIR: folder,
      DATA_DIR: newData(),
    })
    stopNode = () => void child.kill('SIGKILL')
  })
  test.afterAll(async () => {
    stopNode()
    await workers.stop()
  })

  test('every page has the same headers and the same bytes, brotli as the build made it', async () => {
    for (const path of paths) {
      const br = { 'Accept-Encoding': 'br' }
      const answer = await ask(workers.origin, path, br)
      expect(comparable(answer), path).toEqual(comparable(await ask(node, path, br)))
      expect(answer.headers['content-encoding']).toBe('br')
    }
  })

  for (const [what, path, headers] of [
    ['a page, not compressed', '/sv/', { 'Accept-Encoding': 'identity' }],
    ['a page without its slash', '/sv', { 'Accept-Encoding': 'identity' }],
    ['a script', '/app/search.js', { 'Accept-Encoding': 'br' }],
    ["the search's worker", '/pagefind/sv/pagefind-worker.js', { 'Accept-Encoding': 'br' }],
    ['open data', '/data/services.json', { 'Accept-Encoding': 'br' }],
    ['open data as rows', '/data/nummer.csv', { 'Accept-Encoding': 'identity' }],
    ['the feed', '/data/andringar.xml', { 'Accept-Encoding': 'br' }],
    ['the page that may be framed', '/ar/lanka/ram/', { 'Accept-Encoding': 'br' }],
    ['no page, in Arabic', '/nothing', { 'Accept-Encoding': 'br', 'Accept-Language': 'ar' }],
    ['no page below /en/', '/en/nothing/', { 'Accept-Encoding': 'br' }],
    ['an address that cannot be read', '/%E0%A4%A', { 'Accept-Encoding': 'br' }],
    ['an endpoint that is none', '/api/nothing', { 'Accept-Encoding': 'identity' }],
  ] as const)
    test(`${what}: the same`, async () => {
      const [here, there] = await Promise.all([
        ask(workers.origin, path, headers),
        ask(node, path, headers),
      ])
      expect(comparable(here)).toEqual(comparable(there))
    })

  test('files of the build that are not the site are not served', async () => {
    for (const path of ['/manifest.json', '/render.js', '/site/sv/index.html', '/sv/index.html.br'])
      expect((await ask(workers.origin, path)).status, path).toBe(404)
  })

  test('a draft answers on this machine only', async () => {
    const answer = await ask(workers.origin, '/sv/', { Host: 'rvc.example' })
    expect(answer.status).toBe(503)
    expect(answer.headers['x-robots-tag']).toBe('noindex')
  })

  test('without keys the form says that nobody reads, and health is good', async () => {
    const answer = await ask(workers.origin, '/api/form', { 'Accept-Encoding': 'identity' })
    expect(JSON.parse(String(answer.body))).toMatchObject({ state: 'nobody', recipients: [] })
    expect((await ask(workers.origin, '/api/health')).status).toBe(200)
    await workers.tick()
  })
})
