/** Keys for trying the whole journey on an empty machine. Nobody reads what is sent to them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Database } from '../functions/environment.ts'
import { readMeta, writeMeta } from '../functions/store/meta.ts'
import { admit, currentSet } from '../functions/store/people.ts'
import { makeKey, makePassphrase, writeKeyFile, type Role } from '../src/contact/keyfile.ts'

const people: { file: string; name: string; role: Role }[] = [
  { file: 'handlaggare.age', name: 'Demo Handläggare', role: 'staff' },
  { file: 'chef.age', name: 'Demo Chef', role: 'manager' },
]

/** Opening takes a moment and not a second: these keys guard nothing. */
const work = 14

/** Whether the keys of this database were made by `makeDemonstration`. */
export const isDemonstration = async (database: Database) =>
  (await readMeta(database, 'demonstration')) === 'yes'

/**
 * Makes two people's key files in `folder` and lets them in, if nobody is let in yet.
 * @returns whether the database is a demonstration
 */
export async function makeDemonstration(database: Database, folder: string): Promise<boolean> {
  if (await currentSet(database)) return isDemonstration(database)
  mkdirSync(folder, { recursive: true })
  const passphrase = makePassphrase()
  const keys = []
  for (const { file, name, role } of people) {
    const { key, admission } = await makeKey(name)
    writeFileSync(join(folder, file), await writeKeyFile(key, passphrase, work), { mode: 0o600 })
    keys.push({ ...admission, role })
  }
  writeFileSync(join(folder, 'losenord.txt'), `${passphrase}\n`, { mode: 0o600 })
  await admit(database, keys, 'demonstration', Date.now())
  await database.batch([writeMeta('demonstration', 'yes')])
  return true
}

/** What to open the inbox with, in words for the console. */
export function tellDemonstration(folder: string): string {
  const passphrase = readFileSync(join(folder, 'losenord.txt'), 'utf8').trim()
  return `  Demonstration: nyckelfilerna ${people.map(({ file }) => file).join(' och ')} i ${folder}
                 lösenord ${passphrase}`
}
