/** The functions on an empty SQLite in memory, in this process, with a clock that can be set. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Hono } from 'hono'

import { contactApp } from '../../functions/app.ts'
import type { Environment } from '../../functions/environment.ts'
import { admit, type NewKey } from '../../functions/store/people.ts'
import { migrate } from '../../functions/store/schema.ts'
import { openSqlite } from '../../server/sqlite.ts'
import { sealRequest } from '../../src/contact/envelope.ts'
import { makeKey, type Key } from '../../src/contact/keyfile.ts'
import type { Ask } from './contact.ts'
import { folder } from './site.ts'

export interface Desk extends People {
  app: Hono
  ask: Ask
  environment: Environment
  /** What was told to whom by notices. */
  told: string[]
  /** Moves the clock. */
  later(hours: number): void
}

/** Open keys of three people. */
export interface People {
  staff: Key
  colleague: Key
  manager: Key
}

/** Three people: their open keys, and the same keys as they are let in. */
export async function makePeople() {
  const made = await Promise.all(['Asta', 'Bodil', 'Chefen'].map((name) => makeKey(name)))
  const [staff, colleague, manager] = made.map(({ key }) => key) as [Key, Key, Key]
  const keys = made.map(({ admission }, at): NewKey => ({
    ...admission,
    role: at === 2 ? 'manager' : 'staff',
  }))
  return { keys, people: { staff, colleague, manager } satisfies People }
}

/** Lets keys into a database on the disk, before a server opens it. */
export async function writeKeys(file: string, keys: NewKey[]): Promise<void> {
  const database = openSqlite(file)
  await migrate(database)
  await admit(database, keys, 'test', Date.now())
  database.close()
}

/** @param change of the environment: what a host or a build would give otherwise */
export async function openDesk(change: Partial<Environment> = {}): Promise<Desk> {
  const database = openSqlite(':memory:')
  await migrate(database)
  const { keys, people } = await makePeople()
  await admit(database, keys, 'test', Date.now())
  let ahead = 0
  const told: string[] = []
  const { render } = (await import(pathToFileURL(resolve(folder, 'render.js')).href)) as Environment
  const environment: Environment = {
    database,
    site: { draft: false, erasure: null, answerDays: 2 },
    page: (path) =>
      readFile(join(folder, 'site', path, 'index.html'), 'utf8').catch(() => undefined),
    render,
    bounded: (work) => work(),
    seal: sealRequest,
    source: () => undefined,
    notify: async (to) => void told.push(to),
    demonstration: false,
    calm: 1e9,
    now: () => Date.now() + ahead * 3_600_000,
    ...change,
  }
  const app = contactApp(environment)
  return {
    app,
    ask: async (path, init) => app.request(`http://rvc.example${path}`, init),
    environment,
    ...people,
    told,
    later: (hours) => void (ahead += hours),
  }
}
