/** `npm run keys`: makes, adds and removes keys of staff, and the recovery key on paper. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { identityToRecipient } from 'age-encryption'

import type { Database } from '../functions/environment.ts'
import { migrate } from '../functions/store/schema.ts'
import { admit, remove, type NewKey } from '../functions/store/people.ts'
import { makeKey, makePassphrase, writeKeyFile } from '../src/contact/keyfile.ts'
import { backup } from './backup.ts'
import { isDemonstration } from './demonstration.ts'
import { asking, check, fromArguments, fromQuestions, recoveryName, type Ask } from './keys-ask.ts'
import { firstKeysSql } from './keys-sql.ts'
import { tell, type Made } from './keys-tell.ts'
import { recoveryPage } from './recovery-page.ts'
import { openSqlite } from './sqlite.ts'

const help = `npm run keys – nycklar till inkorgen

  npm run keys                       frågar efter namn och gör nycklar
  npm run keys -- --name "Anna Ek" --role manager --name "Bo Lind" --role staff

  --name      namn på den som ska få en nyckel; en gång för varje person
  --role      staff (handläggare) eller manager (chef), i samma ordning som namnen
  --out       mapp för nyckelfilerna; annars mappen keys i DATA_DIR
  --sql FIL   skriver SQL för en tom D1-databas i stället för att ändra i databasen här
  --recovery  gör en ny reservnyckel i stället för den gamla
  --recover   frågar efter reservnyckeln på papper; den nya nyckeln kan då läsa allt som har kommit
  --remove    tar bort en person genast; skriv namnet så som det står i inkorgen

Första gången behövs minst två personer, varav en chef. Då görs också reservnyckeln.
Ingen nyckel skrivs över.`

const by = 'npm run keys'

async function main(): Promise<void> {
  const given = read()
  if (given.help) return console.log(help)
  const database = given.sql ? undefined : await openDatabase()
  const ask = asking()
  try {
    if (given.remove !== undefined) return await takeAway(database, given.remove)
    await make(given, database, ask)
  } finally {
    ask.end()
    database?.close()
  }
}

function read() {
  try {
    return parseArgs({
      options: {
        name: { type: 'string', multiple: true, default: [] },
        role: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        sql: { type: 'string' },
        recovery: { type: 'boolean', default: false },
        recover: { type: 'boolean', default: false },
        remove: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${help}`)
  }
}
type Given = ReturnType<typeof read>

const dataFolder = () => process.env['DATA_DIR'] ?? 'data'

async function openDatabase() {
  const data = dataFolder()
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const database = openSqlite(join(data, 'contact.sqlite'))
  await migrate(database, () => backup(database.raw, join(data, 'backup'), 'migration'))
  if (!(await isDemonstration(database))) return database
  database.close()
  throw new Error(
    `Databasen i ${resolve(data)} är en demonstration. Stoppa servern, flytta bort mappen och börja om.`,
  )
}

/** Everything is written to files first: a key that nobody has must not be let in. */
async function make(given: Given, database: Database | undefined, ask: Ask): Promise<void> {
  const known = database
    ? await database.all(`SELECT name, role, recipient FROM person WHERE until IS NULL`)
    : []
  const first = known.length === 0
  if (given.sql && existsSync(given.sql)) throw new Error(`${given.sql} finns redan.`)
  if (first && (given.recover || (given.recovery && given.sql)))
    throw new Error('Databasen är tom: gör de första nycklarna utan --recover och --recovery.')
  const onlyRecovery = given.recovery && given.name.length === 0 && !first
  const people = onlyRecovery
    ? []
    : given.name.length > 0
      ? fromArguments(given)
      : await fromQuestions(ask, first)
  if (people.length === 0 && !onlyRecovery) throw new Error('Inga namn. Inget är ändrat.')
  check(people, first, new Set(known.map(({ name }) => String(name))))
  const older = given.recover ? [await recoveryFromPaper(ask, known)] : []

  const folder = resolve(given.out ?? join(dataFolder(), 'keys'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keys: NewKey[] = []
  const made: Made[] = []
  for (const person of people) {
    const { key, admission } = await makeKey(person.name, older)
    const passphrase = makePassphrase()
    const file = write(folder, `${slug(person.name)}.age`, await writeKeyFile(key, passphrase))
    keys.push({ ...admission, role: person.role })
    made.push({ file, person, passphrase })
  }
  const renews = !first && given.recovery
  const recovery = first || renews ? await makeRecovery(folder) : undefined
  if (renews && database && known.some(({ name }) => name === recoveryName))
    if (await remove(database, recoveryName, by, Date.now()))
      throw new Error('Den gamla reservnyckeln kan inte tas bort: för få nycklar skulle vara kvar.')
  if (recovery) keys.push(recovery.key)
  if (given.sql)
    writeFileSync(given.sql, await firstKeysSql(keys, by, Date.now()), { flag: 'wx', mode: 0o600 })
  else if (database && !(await admit(database, keys, by, Date.now())))
    throw new Error('Någon har just lagt till samma namn. Inget är ändrat.')
  tell({ made, recovery: recovery?.file, folder, sql: given.sql, first })
}

/** @returns the identity that was typed or scanned, if it is this database's */
async function recoveryFromPaper(ask: Ask, known: Record<string, unknown>[]): Promise<string> {
  const identity = (await ask('Skriv eller läs in reservnyckeln: '))
    .replace(/\s/g, '')
    .toUpperCase()
  const recipient = await identityToRecipient(identity).catch(() => undefined)
  if (!recipient) throw new Error('Det är ingen nyckel. Ett tecken är nog fel.')
  if (!known.some((row) => row['role'] === 'recovery' && row['recipient'] === recipient))
    throw new Error('Det är inte den reservnyckel som gäller här.')
  return identity
}

async function makeRecovery(folder: string): Promise<{ file: string; key: NewKey }> {
  const { key, admission } = await makeKey(recoveryName)
  const day = new Date().toISOString().slice(0, 10)
  const [identity = ''] = key.identities
  return {
    file: write(folder, `reservnyckel-${day}.html`, recoveryPage(identity, day)),
    key: { ...admission, role: 'recovery', token: null },
  }
}

async function takeAway(database: Database | undefined, name: string): Promise<void> {
  if (!database) throw new Error('--remove går inte med --sql. Ta bort personen i inkorgen.')
  const why = await remove(database, name, by, Date.now())
  if (why) throw new Error(`${name} kan inte tas bort: ${whyNot[why]}.`)
  console.log(`${name} är borttagen. Nyckeln öppnar inte inkorgen längre.`)
}

const whyNot = {
  unknown: 'ingen med det namnet har en nyckel',
  tooFew: 'det skulle bli färre än två nycklar kvar',
  noManager: 'ingen chef skulle vara kvar',
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'nyckel'

/** Writes a secret; beside a file of the same name, never over it. */
function write(folder: string, name: string, text: string): string {
  const [, start, end] = /^(.*)(\.\w+)$/.exec(name) ?? ['', name, '']
  for (let n = 1; ; n++) {
    const file = join(folder, `${start}${n > 1 ? `-${n}` : ''}${end}`)
    if (existsSync(file)) continue
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return file
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
