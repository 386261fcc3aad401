/** How many requests a second, beside a handler that only inserts, and while plain forms flood. */
import { bodies, clientOf, plainPost, type Client } from './client.ts'
import { newData, part, start } from './place.ts'

/** Connections that send at the same time. */
const connections = 50
/** Connections that flood the form without JavaScript. */
const flooders = 60

interface Figures {
  perSecond: number
  /** Milliseconds. */
  median: number
  p99: number
  /** Answers that were not 204. */
  refused: number
}

/** 5 000 × `share` requests to each. Times are figures, never conditions. */
export async function load(share: number) {
  const count = part(5000, share, 200)
  const least = await insertOnly(count)
  const { data } = await newData()
  const server = await start(data)
  const make = await bodies(server.origin)
  const quiet = await send(server.port, count, () => make())
  const flood = flooding(server.port)
  // Neither the program's first seconds nor those of the flood are measured.
  await new Promise((later) => setTimeout(later, 2000))
  const flooded = await send(server.port, count, () => make())
  const plain = await flood.stop()
  await server.kill()
  return { least, quiet, flooded, plain, ratio: quiet.perSecond / least.perSecond }
}

async function insertOnly(count: number): Promise<Figures> {
  const { data } = await newData()
  const server = await start(data, [process.execPath, 'tests/torture/insert-only.ts'])
  const body = { fill: 'x'.repeat(20_000) }
  const figures = await send(server.port, count, () => body)
  await server.kill()
  return figures
}

/** Sends that many, and a hundred before that are not counted. */
async function send(port: number, count: number, make: () => object): Promise<Figures> {
  const client = clientOf(port, connections)
  await each(client, 100, make)
  const began = performance.now()
  const { times, refused } = await each(client, count, make)
  const seconds = (performance.now() - began) / 1000
  client.close()
  times.sort((a, b) => a - b)
  return {
    perSecond: count / seconds,
    median: times[Math.floor(count * 0.5)] ?? 0,
    p99: times[Math.floor(count * 0.99)] ?? 0,
    refused,
  }
}

async function each(client: Client, count: number, make: () => object) {
  const times: number[] = []
  let left = count
  let refused = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        const from = performance.now()
        const { status } = await client.json('PUT', '/api/requests', make())
        times.push(performance.now() - from)
        if (status !== 204) refused++
      }
    }),
  )
  return { times, refused }
}

/** Sends plain forms without a pause; counts the answers by status. */
function flooding(port: number) {
  const client = clientOf(port, flooders)
  const answers: Record<number, number> = {}
  let going = true
  const all = Promise.all(
    Array.from({ length: flooders }, async () => {
      while (going) {
        const fields = { how: 'call', number: '0701234567', text: 'Hej '.repeat(100) }
        const { status } = await plainPost(client, '/sv/kontakt/', fields)
        answers[status] = (answers[status] ?? 0) + 1
      }
    }),
  )
  return {
    async stop() {
      going = false
      await all
      client.close()
      return answers
    },
  }
}
