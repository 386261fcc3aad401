/** The contact request on one machine: SQLite in a file, a thread that seals, a clock. */
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Hono } from 'hono'

import { contactApp } from '../functions/app.ts'
import type { Environment } from '../functions/environment.ts'
import { queue } from '../functions/queue.ts'
import { migrate } from '../functions/store/schema.ts'
import { currentSet } from '../functions/store/people.ts'
import { tick } from '../functions/tick.ts'
import { cardSize } from '../src/contact/envelope.ts'
import { backup, keepBackups } from './backup.ts'
import { makeDemonstration } from './demonstration.ts'
import { notifier } from './mail.ts'
import { readManifest } from './manifest.ts'
import { sealingThread } from './seal-thread.ts'
import { openSqlite } from './sqlite.ts'

export interface Contact {
  app: Hono
  demonstration: boolean
  /** Remembers, for as long as a request lives, where it came from. */
  from(request: Request, address: string | undefined): void
  /** Stops the clock and closes the database. */
  close(): void
}

/** Requests without JavaScript that are sealed at once, and that may wait. */
const [sealing, inLine] = [2, 20]
/** Requests in ten minutes before work is asked for. */
const calm = 30
const quarter = 900_000

/**
 * Opens the database in `data` and starts the clock.
 * @param folder of the built product
 * @throws if nobody could read what is sent: fewer than two recipients outside a demonstration
 */
export async function openContact(folder: string, data: string): Promise<Contact> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const database = openSqlite(join(data, 'contact.sqlite'))
  await migrate(database, () => backup(database.raw, join(data, 'backup'), 'migration'))
  const demonstration =
    process.env['DEMONSTRATION'] !== 'no' &&
    (await makeDemonstration(database, join(data, 'demonstration')))
  await checkSet(database)

  const { render } = (await import(pathToFileURL(join(folder, 'render.js')).href)) as Pick<
    Environment,
    'render'
  >
  const sources = new WeakMap<Request, string>()
  const environment: Environment = {
    database,
    site: readManifest(folder),
    page: (path) =>
      readFile(join(folder, 'site', path, 'index.html'), 'utf8').catch(() => undefined),
    render,
    bounded: queue(sealing, inLine),
    seal: sealingThread(),
    source: (request) => sources.get(request),
    notify: demonstration ? async () => undefined : notifier(process.env),
    demonstration,
    calm: Number(process.env['CALM'] ?? calm),
    now: Date.now,
  }
  const stopBackups = keepBackups(database.raw, join(data, 'backup'))
  let timer = setTimeout(beat, quarter - (Date.now() % quarter)).unref()
  function beat(): void {
    timer = setTimeout(beat, quarter - (Date.now() % quarter)).unref()
    // What fails is tried again at the next quarter; health tells of notices that are not sent.
    void tick(environment).catch(() => undefined)
  }

  return {
    app: contactApp(environment),
    demonstration,
    from: (request, address) => void (address && sources.set(request, address)),
    close() {
      clearTimeout(timer)
      stopBackups()
      database.close()
    },
  }
}

/** Seals a trial to the recipients; a set that cannot be read by two would lose requests in silence. */
async function checkSet(database: Environment['database']): Promise<void> {
  const set = await currentSet(database)
  if (!set)
    throw new Error('Ingen kan läsa förfrågningar än: inga nycklar finns. Kör npm run keys först.')
  if ((await cardSize(set.recipients)) !== set.size)
    throw new Error(
      'Nycklarna i databasen stämmer inte med varandra. Lägg tillbaka en säkerhetskopia.',
    )
}
