/** Copies of the database, whole at every moment, while it is written to. */
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backup as copy, type DatabaseSync } from 'node:sqlite'

const hour = 3_600_000

/** Hourly copies that are kept; what is erased is gone from the last of them 48 copies later. */
const kept = 48
/** Days that a copy made before a change of the tables is kept. */
const keptAfterMigration = 14

const named = /^contact-(\d{8}T\d{2})(-migration)?\.sqlite$/

/** `2026-11-21T09` in UTC, without separators. */
const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 13).replaceAll('-', '')

/**
 * Copies the database to `folder`/contact-YYYYMMDDTHH.sqlite (UTC) and takes away what is too old.
 * @param why `migration`: a copy of its own name, which the hourly ones do not push out
 * @throws if there is no room; no half copy is left under the name
 */
export async function backup(
  database: DatabaseSync,
  folder: string,
  why?: 'migration',
  now = Date.now(),
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // What a copy that was broken off has left.
  for (const name of readdirSync(folder))
    if (name.includes('.next')) rmSync(join(folder, name), { force: true })
  const path = join(folder, `contact-${stamp(now)}${why ? `-${why}` : ''}.sqlite`)
  const aside = `${path}.next`
  try {
    await copy(database, aside, { rate: 500 })
    chmodSync(aside, 0o600)
    renameSync(aside, path)
  } finally {
    rmSync(aside, { force: true })
  }
  for (const name of tooOld(readdirSync(folder), now)) rmSync(join(folder, name))
}

/** Which of these files are copies that need not be kept. */
export function tooOld(names: string[], now: number): string[] {
  const copies = names.filter((name) => named.test(name)).sort()
  const before = copies.filter((name) => name.includes('-migration'))
  const hourly = copies.filter((name) => !name.includes('-migration'))
  const limit = `contact-${stamp(now - keptAfterMigration * 24 * hour)}`
  return [...hourly.slice(0, -kept), ...before.filter((name) => name < limit)]
}

/**
 * Makes a copy now and at every full hour.
 * A copy that fails is told on the standard error stream and tried again the next hour.
 * @returns what stops it
 */
export function keepBackups(database: DatabaseSync, folder: string): () => void {
  let timer: NodeJS.Timeout
  async function make(): Promise<void> {
    timer = setTimeout(make, hour - (Date.now() % hour)).unref()
    try {
      // Rows that were written over still stand in the log of writes until it is emptied.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      await backup(database, folder)
    } catch (error) {
      console.error(`Säkerhetskopian blev inte gjord: ${(error as Error).message}`)
    }
  }
  void make()
  return () => clearTimeout(timer)
}
