/** The host on Workers and D1, run on this machine by wrangler: no account, no network. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { NewKey } from '../../functions/store/people.ts'
import { firstKeysSql } from '../../server/keys-sql.ts'

interface Options {
  port: number
  /** Folder of the built product. */
  dist: string
  /** Folder for the database and everything wrangler writes. */
  persist: string
  /** The first keys; only with an empty `persist`. */
  keys?: NewKey[]
  /** Variables of the Worker: `DEMONSTRATION`, `CALM`, `NOTIFY_WEBHOOK`. */
  vars?: Record<string, string>
}

export interface Workers {
  origin: string
  /** Does what the clock does every quarter of an hour. */
  tick(): Promise<void>
  /** Ends wrangler and every process it has started. */
  stop(): Promise<void>
}

/** Milliseconds until a start counts as failed. */
const patience = 60_000

/** @throws with what wrangler said, if it ends or does not answer in time */
export async function startWorkers(options: Options): Promise<Workers> {
  const { port, dist, keys, vars = {} } = options
  const persist = resolve(options.persist)
  mkdirSync(persist, { recursive: true })
  const config = writeConfig(persist, resolve(dist), vars)
  if (keys) {
    const file = join(persist, 'keys.sql')
    writeFileSync(file, await firstKeysSql(keys, 'test', Date.now()))
    const where = ['--local', '--persist-to', persist, '--yes']
    await ended(wrangler(persist, ['d1', 'execute', 'DB', ...where, '--file', file, '-c', config]))
  }
  const origin = `http://127.0.0.1:${port}`
  const here = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const quiet = ['--show-interactive-dev-session=false', '--log-level', 'warn']
  const child = wrangler(persist, [
    ...['dev', '-c', config, '--persist-to', persist],
    ...here,
    ...quiet,
  ])
  const stop = stopping(child)
  process.once('exit', () => signal(child, 'SIGKILL'))
  try {
    await answers(child, `${origin}/api/health`)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    origin,
    stop,
    async tick() {
      const { status } = await fetch(`${origin}/cdn-cgi/local/scheduled`)
      if (status !== 200) throw new Error(`the clock's work failed: ${status}`)
    },
  }
}

/** The real configuration with the folders of this run; wrangler writes beside it. */
function writeConfig(persist: string, dist: string, vars: Record<string, string>): string {
  const text = readFileSync('server/wrangler.jsonc', 'utf8')
  const json = text.replace(/^\s*\/\/.*$/gm, '').replace(/,(?=\s*[}\]])/g, '')
  const real = JSON.parse(json) as { assets: object }
  const file = join(persist, 'wrangler.json')
  const mine = { main: resolve('server/worker.ts'), assets: { ...real.assets, directory: dist } }
  writeFileSync(file, JSON.stringify({ ...real, ...mine, $schema: undefined, vars }))
  return file
}

interface Running extends ChildProcess {
  said: () => string
}

/** Runs wrangler in a process group of its own, so that workerd ends with it. */
function wrangler(persist: string, args: string[]): Running {
  const child = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CI: 'true',
      NO_COLOR: '1',
      XDG_CONFIG_HOME: join(persist, 'config'),
      WRANGLER_LOG_PATH: join(persist, 'log'),
      WRANGLER_REGISTRY_PATH: join(persist, 'registry'),
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_SEND_ERROR_REPORTS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    },
  })
  let text = ''
  const hear = (part: Buffer) => void (text = (text + String(part)).slice(-10_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return Object.assign(child, { said: () => text })
}

async function ended(child: Running): Promise<void> {
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`wrangler ended with ${String(code)}: ${child.said()}`)
}

async function answers(child: Running, address: string): Promise<void> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => null)
    if (answer?.status === 200) return
    await new Promise((later) => setTimeout(later, 200))
  }
  throw new Error(`wrangler does not answer: ${child.said()}`)
}

function stopping(child: Running): () => Promise<void> {
  return async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done))
      signal(child, 'SIGTERM')
      const late = setTimeout(() => signal(child, 'SIGKILL'), 5000)
      await gone
      clearTimeout(late)
    }
    // workerd may outlive wrangler.
    for (let tries = 0; tries < 40 && signal(child, 'SIGKILL'); tries++)
      await new Promise((later) => setTimeout(later, 50))
  }
}

/** Signals the whole group; false if it is gone. */
function signal(child: Running, name: NodeJS.Signals): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, name)
  } catch {
    return false
  }
}
