/** Where torture happens: real servers in processes of their own, on data that is thrown away. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { folder } from '../harness/site.ts'
import { makePeople, writeKeys } from '../harness/store.ts'

/** A folder that is gone when this process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rvc-torture-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with a database that three people are let in to. */
export async function newData(): Promise<
  { data: string } & Awaited<ReturnType<typeof makePeople>>
> {
  const data = newFolder()
  const made = await makePeople()
  await writeKeys(join(data, 'contact.sqlite'), made.keys)
  return { data, ...made }
}

/** A part of the full number, at least `least`. */
export const part = (full: number, share: number, least = 1) =>
  Math.max(least, Math.round(full * share))

export interface Server {
  port: number
  origin: string
  child: ChildProcess
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>
}

/**
 * Starts a server and waits until it answers.
 * @param command program and arguments; `PORT` and `DATA_DIR` are given to it
 * @throws if it ends, or says nothing in half a minute
 */
export async function start(
  data: string,
  command: string[] = [process.execPath, 'server/serve.ts'],
): Promise<Server> {
  const port = await freePort()
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DIST_DIR: folder,
      DATA_DIR: data,
      DEMONSTRATION: 'no',
      CALM: '1e9',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += String(text)))
  await new Promise<void>((ready, reject) => {
    const late = setTimeout(() => reject(new Error(`the server does not start: ${said}`)), 30_000)
    child.stdout?.on('data', () => {
      clearTimeout(late)
      ready()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    child,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}
