import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { expect, test } from '@playwright/test'

import { siteApp } from '../../server/site.ts'
import { languageIds } from '../../src/model/languages.ts'
import { startSite } from '../harness/servers.ts'
import { openDesk } from '../harness/store.ts'
import { folder, htmlOf, manifest } from '../harness/site.ts'

const site = siteApp({ folder, functions: (await openDesk()).app, trustProxy: false })
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  site.request(`http://rvc.example${path}`, { method, headers })

test('every response has the same policy and is kept nowhere', async () => {
  const everything = [...Object.keys(manifest.files), '/sv/finns-inte/', '/api/health', '/sv']
  for (const path of everything) {
    const { headers } = await ask(path)
    expect(headers.get('cache-control'), path).toBe('no-store')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('set-cookie'), path).toBeNull()
    const policy = headers.get('content-security-policy') ?? ''
    const worker = path.endsWith('/pagefind-worker.js')
    expect(policy.includes('wasm-unsafe-eval'), path).toBe(worker)
    if (!worker) expect(policy, path).toBe(manifest.frames[path] ?? manifest.policy)
    for (const [name, value] of headers) expect(`${name}: ${value}`.length, path).toBeLessThan(2000)
    expect(headers.get('x-robots-tag'), path).toBe(manifest.draft ? 'noindex' : null)
  }
  expect(everything.filter((path) => path.endsWith('/pagefind-worker.js')).length).toBeGreaterThan(
    0,
  )
})

test('a page and its headers fit the first flight of a connection', async () => {
  const answer = await ask('/sv/steg/2/', { 'accept-encoding': 'br' })
  const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const body = (await answer.arrayBuffer()).byteLength
  console.log(`first flight: ${body} bytes of page + ${lines.length} of headers`)
  expect(body).toBeGreaterThan(1000)
})

test('a page comes in brotli, in gzip or as it is, whichever the browser asks for', async () => {
  const whole = htmlOf('/sv/')
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
  for (const encoding of ['br', 'gzip'] as const) {
    const answer = await ask('/sv/', { 'accept-encoding': encoding })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(String(unpack[encoding](Buffer.from(await answer.arrayBuffer())))).toBe(whole)
  }
  const plain = await ask('/sv/', { 'accept-encoding': 'br;q=0' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(whole)
})

test('a page in which the day is written is as light, and what answers a form is not packed', async () => {
  for (const language of languageIds) {
    const path = `/${language}/kontakt/`
    const answer = await ask(path, { 'accept-encoding': 'gzip, br' })
    expect(answer.headers.get('content-encoding'), path).toBe('br')
    const packed = Buffer.from(await answer.arrayBuffer())
    expect(String(brotliDecompressSync(packed))).toMatch(/<li data-by="\d{4}-/)
    expect(packed.length, path).toBeLessThan(14_000)
    const whole = await ask(path)
    expect(whole.headers.get('content-encoding')).toBeNull()
    expect(await whole.text()).toMatch(/<li data-by="\d{4}-/)
  }
  const body = 'how=code'
  const answer = await site.request('http://rvc.example/sv/kontakt/', {
    method: 'POST',
    body,
    headers: {
      'accept-encoding': 'br',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    },
  })
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toContain('data-code')
})

test('a page that does not exist is told in the language of the reader', async () => {
  for (const [path, accept, lang] of [
    ['/ar/x/', '', 'ar'],
    ['/x', 'en-GB,en;q=0.9', 'en'],
    ['/x', 'so', 'sv'],
    ['/en/%ff', '', 'en'],
  ] as const) {
    const answer = await ask(path, { 'accept-language': accept })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain(`<html lang="${lang}"`)
  }
})

test('no path leads outside the site', async () => {
  for (const path of [
    '/../manifest.json',
    '/..%2fmanifest.json',
    '/%2e%2e/manifest.json',
    '/sv/../../package.json',
  ])
    expect((await ask(path)).status, path).toBe(404)
})

test('an address without its last slash leads on, a HEAD has no body, a POST is refused', async () => {
  const moved = await ask('/sv/nu')
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/sv/nu/'])
  const head = await ask('/sv/', {}, 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await ask('/sv/', {}, 'POST')).status).toBe(405)
})

test('the health of the server can be asked', async () => {
  expect(await (await ask('/api/health')).json()).toEqual({ ok: true })
})

test('behind a proxy that is trusted, HTTPS is asked for from then on', async () => {
  const headers = { 'x-forwarded-proto': 'https' }
  const trusted = siteApp({ folder, trustProxy: true })
  expect(
    (await trusted.request('http://x/sv/', { headers })).headers.has('strict-transport-security'),
  ).toBe(true)
  expect((await ask('/sv/', headers)).headers.has('strict-transport-security')).toBe(false)
})

test('the server ends when it is told to, with nothing cut off', async () => {
  const port = '4379'
  const child = await startSite({ PORT: port, DIST_DIR: folder })
  const answer = await fetch(`http://127.0.0.1:${port}/sv/`)
  child.kill('SIGTERM')
  const code = new Promise((resolve) => child.once('exit', resolve))
  expect(await answer.text()).toBe(htmlOf('/sv/'))
  expect(await code).toBe(0)
})

test('a new build is taken up whole by the server that runs', async () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'rvc-')), 'dist')
  cpSync(folder, copy, { recursive: true })
  const running = siteApp({ folder: copy, trustProxy: false })
  const policy = async () =>
    (await running.request('http://x/sv/')).headers.get('content-security-policy')
  expect(await policy()).toBe(manifest.policy)
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, policy: 'new' }))
  writeFileSync(join(copy, 'site/sv/index.html'), 'new')
  expect(await policy()).toBe('new')
  expect(await (await running.request('http://x/sv/')).text()).toBe('new')
  rmSync(copy, { recursive: true })
})

test('a build that fails leaves the last good site, and says what to mend', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'rvc-'))
  for (const name of [
    'src',
    'server',
    'functions',
    'node_modules',
    'package.json',
    'tsconfig.json',
    'astro.config.mjs',
  ])
    symlinkSync(resolve(name), join(copy, name))
  cpSync('content', join(copy, 'content'), { recursive: true })
  cpSync(folder, join(copy, 'dist'), { recursive: true })
  const page = join(copy, 'content/sv/akut.mdx')
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^title: .*$/m, 'titel: Hjälp'))
  const failed = await promisify(execFile)(process.execPath, ['server/build.ts'], {
    cwd: copy,
  }).catch((error: { stderr: string }) => error)
  expect(failed.stderr).toContain('akut.mdx, fältet «title»')
  expect(readFileSync(join(copy, 'dist/manifest.json'), 'utf8')).toBe(
    readFileSync(`${folder}/manifest.json`, 'utf8'),
  )
  rmSync(copy, { recursive: true })
})
