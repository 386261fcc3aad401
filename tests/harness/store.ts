/** The functions on an empty SQLite in memory, in this process, with a clock that can be set. */
import { contactApp } from '../../functions/app.ts'
import type { Environment } from '../../functions/environment.ts'
import { admit } from '../../functions/store/people.ts'
import { migrate } from '../../functions/store/schema.ts'
import { openSqlite } from '../../server/sqlite.ts'
import { sealRequest } from '../../src/contact/envelope.ts'
import { makeKey, type Key } from '../../src/contact/keyfile.ts'
import { folder } from './site.ts'
import type { Ask } from './contact.ts'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Desk {
  ask: Ask
  environment: Environment
  staff: Key
  colleague: Key
  manager: Key
  /** What was told to whom by notices. */
  told: string[]
  /** Moves the clock. */
  later(hours: number): void
}

/** @param change of the environment: what a host or a build would give otherwise */
export async function openDesk(change: Partial<Environment> = {}): Promise<Desk> {
  const database = openSqlite(':memory:')
  await migrate(database)
  const people = await Promise.all(['Asta', 'Bodil', 'Chefen'].map((name) => makeKey(name)))
  const [staff, colleague, manager] = people.map(({ key }) => key) as [Key, Key, Key]
  await admit(
    database,
    people.map(({ admission }, at) => ({ ...admission, role: at === 2 ? 'manager' : 'staff' })),
    'test',
    Date.now(),
  )
  let ahead = 0
  const told: string[] = []
  const { render } = (await import(pathToFileURL(resolve(folder, 'render.js')).href)) as Environment
  const environment: Environment = {
    database,
    site: { draft: false, erasure: null, answerDays: 2 },
    page: (path) =>
      readFile(join(folder, 'site', path, 'index.html'), 'utf8').catch(() => undefined),
    render,
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
    ask: async (path, init) => app.request(`http://rvc.example${path}`, init),
    environment,
    staff,
    colleague,
    manager,
    told,
    later: (hours) => void (ahead += hours),
  }
}
