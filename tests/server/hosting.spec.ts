/** What the one who hosts relies on: copies that can be put back, notices, keys. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer as createHttp, type Server as Http } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'

import { expect, test } from '@playwright/test'

import { putRequest } from '../../functions/store/hers.ts'
import { backup, tooOld } from '../../server/backup.ts'
import { notifier } from '../../server/mail.ts'
import { notice } from '../../server/notice.ts'
import { openSqlite } from '../../server/sqlite.ts'
import { openKeyFile } from '../../src/contact/keyfile.ts'
import { makePeople, writeKeys } from '../harness/store.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'rvc-'))
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))

test('a copy made while requests are written opens, is whole, and holds what came before it', async () => {
  const data = folder()
  const file = join(data, 'contact.sqlite')
  await writeKeys(file, (await makePeople()).keys)
  const database = openSqlite(file)
  const write = () =>
    putRequest(
      database,
      { id: random(16), card: random(8000), words: random(8220) },
      'set',
      Date.now(),
    )
  for (let n = 0; n < 200; n++) await write()
  let copying = true
  const copied = backup(database.raw, join(data, 'backup')).then(() => (copying = false))
  let during = 0
  // As between two requests: the copy is made while nothing is written.
  for (; copying; during++) await write().then(() => setImmediate())
  await copied
  database.close()
  const [name = ''] = readdirSync(join(data, 'backup'))
  expect(name).toMatch(/^contact-\d{8}T\d{2}\.sqlite$/)
  const copy = new DatabaseSync(join(data, 'backup', name))
  expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  const { count } = copy.prepare('SELECT COUNT(*) AS count FROM request').get() as {
    count: number
  }
  expect(count).toBeGreaterThanOrEqual(200)
  expect(count).toBeLessThanOrEqual(200 + during)
})

test('48 hourly copies are kept, and one before a migration for fourteen days', () => {
  const hours = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 10, 20, n)))
  const stamp = (day: Date) => day.toISOString().slice(0, 13).replaceAll('-', '')
  const names = hours.map((day) => `contact-${stamp(day)}.sqlite`)
  const before = ['contact-20261101T10-migration.sqlite', 'contact-20261120T10-migration.sqlite']
  const gone = tooOld([...names, ...before, 'notes.txt'], Date.UTC(2026, 10, 22, 12))
  expect(gone).toEqual([...names.slice(0, 12), before[0]])
})

const portOf = (server: Server | Http) => (server.address() as AddressInfo).port
const listening = <T extends Server | Http>(server: T, host = '127.0.0.1') =>
  new Promise<T>((resolve) => server.listen(0, host, () => resolve(server)))

/** A mail server that knows no encryption, and what it was told. */
async function mailServer(host: string) {
  const heard: string[] = []
  const server = createServer((socket) => {
    let inMail = false
    socket.on('error', () => undefined)
    socket.write('220 test\r\n')
    socket.on('data', (part) => {
      const said = String(part)
      heard.push(said)
      if (inMail) {
        if (!said.endsWith('\r\n.\r\n')) return
        inMail = false
        socket.write('250 taken\r\n')
      } else if (said.startsWith('DATA')) {
        inMail = true
        socket.write('354 go on\r\n')
      } else if (said.startsWith('STARTTLS')) socket.write('502 no\r\n')
      else if (said.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
  })
  return { heard, server: await listening(server, host) }
}

const addresses = { NOTIFY_FROM: 'inkorgen@rvc.example', NOTIFY_TO: 'jour@rvc.example' }

test('a notice by mail has constant words, no address to answer to, and goes to whom it is for', async () => {
  const { heard, server } = await mailServer('127.0.0.1')
  const notify = notifier({
    ...addresses,
    SMTP_URL: `smtp://127.0.0.1:${portOf(server)}`,
    NOTIFY_MANAGER_TO: 'chef@rvc.example',
  })
  await notify('staff')
  await notify('manager')
  server.close()
  const all = heard.join('')
  expect(all).toContain('RCPT TO:<jour@rvc.example>')
  expect(all).toContain('RCPT TO:<chef@rvc.example>')
  expect(all.split(`\r\n\r\n${notice}\r\n.`)).toHaveLength(3)
  expect(all).not.toMatch(/reply-to|https?:/i)
})

test('mail that would leave this machine in the clear is not sent', async () => {
  const { heard, server } = await mailServer('127.0.0.2')
  const notify = notifier({ ...addresses, SMTP_URL: `smtp://127.0.0.2:${portOf(server)}` })
  await expect(notify('staff')).rejects.toThrow()
  server.close()
  expect(heard.join('')).not.toContain('RCPT')
})

test('a webhook is told the constant word; what does not say yes counts as not told', async () => {
  const bodies: string[] = []
  const server = await listening(
    createHttp(async (request, response) => {
      bodies.push(await text(request))
      response.statusCode = bodies.length === 1 ? 204 : 500
      response.end()
    }),
  )
  const notify = notifier({ NOTIFY_WEBHOOK: `http://127.0.0.1:${portOf(server)}/` })
  await notify('staff')
  expect(bodies).toEqual([JSON.stringify({ text: notice, to: 'staff' })])
  await expect(notify('staff')).rejects.toThrow('500')
  server.close()
  await expect(notifier({ NOTIFY_WEBHOOK: 'http://rvc.example/' })('staff')).rejects.toThrow(
    'https',
  )
})

test('settings that cannot tell anyone are said at the start, or count as not told', async () => {
  expect(() => notifier({ SMTP_URL: 'smtps://mail.example' })).toThrow('NOTIFY_FROM')
  expect(() => notifier({ ...addresses, SMTP_URL: 'mail.example' })).toThrow('smtps://')
  await expect(notifier({})('staff')).rejects.toThrow()
})

const run = promisify(execFile)
const keys = async (data: string, ...args: string[]) =>
  run(process.execPath, ['server/keys.ts', ...args], {
    env: { ...process.env, DATA_DIR: data },
  }).catch((error: { stderr: string }) => error)

const two = ['--name', 'Anna Ek', '--role', 'manager', '--name', 'Bo Lind', '--role', 'staff']

test('npm run keys makes files that their passwords open, lets them in, and prints the recovery key', async () => {
  const data = folder()
  const made = await keys(data, ...two)
  if (!('stdout' in made)) throw new Error(made.stderr)
  const [, file = '', password = ''] =
    /Anna Ek \(chef\)\s+fil\s+(\S+)\s+lösenord\s+(\S+)/.exec(made.stdout) ?? []
  const key = await openKeyFile(readFileSync(file, 'utf8'), password)
  expect(key.name).toBe('Anna Ek')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const names = readdirSync(join(data, 'keys')).sort()
  expect(names).toEqual([
    'anna-ek.age',
    'bo-lind.age',
    expect.stringMatching(/^reservnyckel-.*\.html$/),
  ])
  const paper = readFileSync(join(data, 'keys', names[2] ?? ''), 'utf8')
  expect(paper).toMatch(/AGE-SECRET-KEY-PQ-1 /)
  expect(paper).toContain('<svg')
  const database = openSqlite(join(data, 'contact.sqlite'))
  const people = await database.all('SELECT name, role, token FROM person ORDER BY name')
  expect(people.map(({ name, role }) => [name, role])).toEqual([
    ['Anna Ek', 'manager'],
    ['Bo Lind', 'staff'],
    ['Reservnyckel', 'recovery'],
  ])
  expect(people[2]?.['token']).toBeNull()
  database.close()
})

test('npm run keys says what is wrong, and changes nothing then', async () => {
  const data = folder()
  for (const [args, said] of [
    [['--name', 'Anna'], 'minst två'],
    [['--name', 'Anna', '--name', 'Bo'], 'chef'],
    [['--name', 'Anna', '--role', 'boss'], 'boss'],
    [['--name', '<Anna>', '--name', 'Bo', '--role', 'manager'], 'Namnet'],
    [['--nmae', 'Anna'], '--nmae'],
  ] as const)
    expect((await keys(data, ...args)).stderr, args.join(' ')).toContain(said)
  expect(readdirSync(data)).toEqual(['contact.sqlite'])
  await keys(data, ...two)
  expect((await keys(data, '--name', 'Anna Ek')).stderr).toContain('har redan en nyckel')
  expect((await keys(data, '--remove', 'Anna Ek')).stderr).toContain('ingen chef')
  expect((await keys(data, '--remove', 'Disa')).stderr).toContain('ingen med det namnet')
})
