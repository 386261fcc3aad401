/** What a browser left in its profile folder, read after it has closed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { unpacked } from './unpack.ts'

/** One address in a history database. */
export interface Row {
  url: string
  title: string
  /** Whether the browser's history page shows it. */
  listed: boolean
}

/** A profile no one has used. */
export const freshProfile = () => mkdtempSync(join(tmpdir(), 'profile-'))

export const removeProfile = (profile: string) =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })

/**
 * Chromium's history. Its page lists a visit that ends a chain of redirects, if it was not in a
 * frame; a page that was replaced is inside a chain, so its address is kept but not listed.
 */
export const chromiumHistory = (profile: string): Row[] =>
  rows(
    join(profile, 'Default/History'),
    `select url, title, exists (
       select 1 from visits where visits.url = urls.id
         and transition & 0x20000000 and transition & 0xff not in (3, 4)) as listed
     from urls`,
  )

/** Firefox's history. Its library lists a visited address that is not hidden. */
export const firefoxHistory = (profile: string): Row[] =>
  rows(
    join(profile, 'places.sqlite'),
    `select url, coalesce(title, '') as title, hidden = 0 and visit_count > 0 as listed
     from moz_places where exists (
       select 1 from moz_historyvisits where place_id = moz_places.id)`,
  )

function rows(file: string, query: string): Row[] {
  const database = new DatabaseSync(file)
  try {
    return database
      .prepare(query)
      .all()
      .map(({ url, title, listed }) => ({ url: `${url}`, title: `${title}`, listed: listed === 1 }))
  } finally {
    database.close()
  }
}

/**
 * Looks for markers in every file of a profile: in its name, in its bytes as UTF-8 and as
 * UTF-16, and in what is packed inside it.
 * @returns each marker with each file it was found in
 * @throws if there is a LevelDB table. Its blocks are packed with snappy, which is not opened here;
 * a profile this young has only LevelDB's logs, which are plain
 */
export function traces(profile: string, markers: string[]): [marker: string, file: string][] {
  const bytes = markers.map((marker) => ({
    marker,
    forms: [Buffer.from(marker), Buffer.from(marker, 'utf16le')],
  }))
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(profile.length + 1)
      if (/\.(ldb|sst)$/.test(name))
        throw new Error(`${name} is packed with snappy and was not searched`)
      const file = readFileSync(path)
      const contents = [Buffer.from(name), file, ...unpacked(file)]
      return bytes
        .filter(({ forms }) => forms.some((form) => contents.some((one) => one.includes(form))))
        .map(({ marker }): [string, string] => [marker, name])
    })
}
