import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { origins, ports } from './origins.ts'

/** Starts the sites of the tests; returns what stops them. */
export default async function start(): Promise<() => Promise<void>> {
  rmSync(dataOf(ports.site), { recursive: true, force: true })
  const children = [
    await startSite({
      PORT: String(ports.site),
      DIST_DIR: 'dist.test',
      DATA_DIR: dataOf(ports.site),
    }),
  ]
  const others = [
    await listen(ports.search, () => searchPage),
    await listen(ports.safe, (referer) => weatherPage(referer)),
  ]
  return async () => {
    for (const child of children) child.kill('SIGTERM')
    for (const server of others) server.close()
  }
}

/** Where the site of the tests keeps what is sent to it, and its demonstration keys. */
export const dataOf = (port: number) => join(tmpdir(), `rvc-data-${port}`)

/**
 * Starts the real server in a process of its own.
 * @param environment `PORT`, `DIST_DIR` and what else the server reads; data of its own unless given
 */
export async function startSite(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/serve.ts'], {
    // Work is asked for under pressure only, and many tests at once are not to be pressure.
    env: {
      ...process.env,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'rvc-')),
      CALM: '1e9',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => String(text).includes('http://') && resolve())
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code}`)))
  })
  return child
}

const searchPage = `<!doctype html><meta charset="utf-8"><title>Search engine</title><h1>Search engine</h1>
<a id="rvc" href="${origins.site}/sv/">RVC</a> <a id="step" href="${origins.site}/sv/steg/2/">Step</a>
<a id="arabic" href="${origins.site}/ar/">Arabic</a>`

/** Shows what it was told: the tests read the referrer in the page. */
const weatherPage = (referer: string) =>
  `<!doctype html><meta charset="utf-8"><title>Weather</title><h1>Weather</h1><p id="referer">${referer}</p>`

function listen(port: number, page: (referer: string) => string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/dead')) return void request.socket.destroy()
    const answer = () => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end(page(request.headers.referer ?? 'none'))
    }
    setTimeout(answer, request.url?.startsWith('/slow') ? 5000 : 0)
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}
