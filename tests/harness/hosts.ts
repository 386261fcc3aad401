/** The two hosts, each with three people let in, for tests that are the same on both. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { asking, type Ask } from './contact.ts'
import { startSite } from './servers.ts'
import { folder } from './site.ts'
import { makePeople, openDesk, writeKeys, type People } from './store.ts'
import { startWorkers } from './workers.ts'

/** A host with three people let in. */
export interface Office extends People {
  ask: Ask
  /** Where a browser finds it; empty where there is no server. */
  origin: string
  stop(): Promise<unknown> | void
}

type Start = (port: number) => Promise<Office>

const temporary = () => mkdtempSync(join(tmpdir(), 'rvc-'))

/** In this process, without a server. */
export async function startProcess(): Promise<Office> {
  return { ...(await openDesk()), origin: '', stop: () => undefined }
}

/** Servers, by name. */
export const hosts: Record<'node' | 'workers', Start> = {
  async node(port) {
    const { keys, people } = await makePeople()
    const data = temporary()
    await writeKeys(join(data, 'contact.sqlite'), keys)
    const child = await startSite({ PORT: String(port), DIST_DIR: folder, DATA_DIR: data })
    const origin = `http://127.0.0.1:${port}`
    return { ...people, origin, ask: asking(origin), stop: () => void child.kill('SIGKILL') }
  },
  async workers(port) {
    const { keys, people } = await makePeople()
    const vars = { CALM: '1e9' }
    const running = await startWorkers({ port, dist: folder, persist: temporary(), keys, vars })
    const { origin, stop } = running
    return { ...people, origin, ask: asking(origin), stop }
  },
}
