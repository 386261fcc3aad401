/**
 * `npm run inbox`: how the inbox carries a long list, printed as Markdown. `ROWS=3000` requests
 * are sealed and stored, one member of staff opens them in a browser, and then women send while five
 * staff look. Times depend on the machine: read the ratios.
 */
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import type { Key } from '../src/contact/keyfile.ts'
import { findChromium } from '../tests/harness/browsers.ts'
import { fillInbox } from '../tests/harness/fill.ts'
import { fileOf, giveKey, pressOpen, refresh } from '../tests/harness/inbox-page.ts'
import { bodies, clientOf, type Client } from '../tests/torture/client.ts'
import { newData, start } from '../tests/torture/place.ts'

const rows = Number(process.env['ROWS'] ?? 3000)
/** Requests of women that are timed, and how many are on their way at the same time. */
const [puts, connections] = [1000, 10]
/** Staff who look at the list, and the pause between two looks of one, in milliseconds. */
const [lookers, pause] = [5, 200]

const { data, people } = await newData()
await fillInbox(join(data, 'contact.sqlite'), rows)
const server = await start(data)

const tell = (what: string, figure: string) => console.log(`| ${what} | ${figure} |`)
const ms = (time: number) => `${Math.round(time)} ms`
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** One member of staff opens the inbox, lets it look again, and takes a request. */
async function inBrowser(key: Key): Promise<void> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const received = countBytes(page)
  await page.goto(`${server.origin}/inkorg/`)
  await giveKey(page, await fileOf(key))
  const open = await timed(async () => {
    await pressOpen(page)
    await page
      .locator('[data-request]')
      .filter({ hasText: 'Telefonsamtal' })
      .first()
      .waitFor({ timeout: 300_000 })
  })
  tell('from the press on Öppna to the first row that is read', ms(open))
  const rest = await timed(() =>
    page.locator('[data-opening]').waitFor({ state: 'detached', timeout: 300_000 }),
  )
  tell('until every card is open', ms(open + rest))
  tell('bytes until then', kb(received.taken()))
  const look = await timed(() => refresh(page))
  await page.waitForTimeout(1000)
  tell('a look at a list that has not changed', `${ms(look)}, ${kb(received.taken())}`)

  const list = await timed(async () => {
    await page.locator('.views').getByRole('button', { name: 'Alla', exact: true }).click()
    await page.locator('.filters').waitFor()
    await page.evaluate(() => new Promise(requestAnimationFrame))
  })
  tell('from a press on Alla to the list', ms(list))
  tell('rows drawn', String(await page.locator('[data-request]').count()))
  await page.locator('[data-request]').first().getByRole('button').click()
  const take = page.getByRole('button', { name: 'Ta ärendet' })
  await take.waitFor()
  await page.waitForTimeout(3000)
  received.taken()
  const press = await timed(async () => {
    await take.click()
    await page.getByRole('button', { name: 'Öppna det hon skrev' }).waitFor({ timeout: 60_000 })
  })
  tell('from a press on Ta ärendet to the request that is hers', ms(press))
  await page.waitForTimeout(500)
  tell('bytes of that press', kb(received.taken()))
  await browser.close()
}

/** Counts the bytes of the answers to staff; `taken` gives what came since it was last asked. */
function countBytes(page: Page) {
  let bytes = 0
  page.on('requestfinished', async (request) => {
    if (!new URL(request.url()).pathname.startsWith('/api/staff')) return
    bytes += (await request.sizes()).responseBodySize
  })
  return {
    taken() {
      const now = bytes
      bytes = 0
      return now
    },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** What women wait for, with nobody else there, with staff who look, and with staff who begin. */
async function underLoad(): Promise<void> {
  const make = await bodies(server.origin)
  await send(make, 50)
  const alone = await send(make, puts)
  tell('PUT, nobody looks', inWords(alone))
  for (const [who, look] of [
    [`${lookers} staff look every ${pause} ms`, looks],
    [`${lookers} staff fetch the whole list again and again`, begins],
  ] as const) {
    const stop = await staffWho(look)
    const beside = await send(make, puts)
    const answered = await stop()
    tell(
      `PUT, ${who}`,
      `${inWords(beside)}; ${(beside.p99 / alone.p99).toFixed(1)} × the p99 alone; ${answered} looks`,
    )
  }
}

const inWords = ({ median, p99 }: Figures) => `median ${ms(median)}, p99 ${ms(p99)}`

interface Figures {
  median: number
  p99: number
}

async function send(make: () => object, count: number): Promise<Figures> {
  const client = clientOf(server.port, connections)
  const times: number[] = []
  let left = count
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0)
        times.push(await timed(() => patiently(() => client.json('PUT', '/api/requests', make()))))
    }),
  )
  client.close()
  times.sort((a, b) => a - b)
  return {
    median: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

/** Once more where the server closed a kept connection just then: it was too busy to see it used. */
const patiently = <T>(ask: () => Promise<T>): Promise<T> => ask().catch(ask)

type Get = (path: string) => Promise<Record<string, unknown>>

/** A look at a time, and a pause. @returns the next look */
type Look = (get: Get, since: string) => Promise<string>

const looks: Look = async (get, since) => {
  const { mark } = await get(since)
  await new Promise((later) => setTimeout(later, pause))
  return mark === undefined ? '' : `?since=${String(mark)}`
}

const begins: Look = async (get) => {
  const { mark } = await get('')
  let next: unknown = mark === undefined ? null : ''
  while (next !== null) {
    const after = next === '' ? '' : `&after=${String(next)}`
    ;({ next } = await get(`/requests?of=open${after}`))
  }
  return ''
}

/** Starts staff, each once through before it returns. @returns what stops them and counts the looks */
async function staffWho(look: Look): Promise<() => Promise<number>> {
  const client: Client = clientOf(server.port, lookers)
  const headers = { Authorization: `Bearer ${people.staff.token}` }
  let count = 0
  let going = true
  const get: Get = async (path) => {
    const { body } = await patiently(() => client.ask('GET', `/api/staff${path}`, headers))
    count++
    return JSON.parse(String(body)) as Record<string, unknown>
  }
  const first = await get('')
  const mark = first['mark'] === undefined ? '' : `?since=${String(first['mark'])}`
  const all = Array.from({ length: lookers }, async () => {
    let since = mark
    while (going) since = await look(get, since)
  })
  return async () => {
    going = false
    await Promise.all(all)
    client.close()
    return count
  }
}

console.log(`${rows} requests, Node ${process.versions.node}\n\n| | |\n| --- | --- |`)
await inBrowser(people.staff)
await underLoad()
await server.kill()
