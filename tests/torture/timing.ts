/** Whether the time of an answer tells unknown, waiting, withdrawn and answered codes apart. */
import { toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { asking, inboxOf, send, withdraw } from '../harness/contact.ts'
import { clientOf, type Client } from './client.ts'
import { newData, part, start } from './place.ts'

/** Codes of each kind: one would measure a row's place, not its kind. */
const each = 8

type Kind = 'unknown' | 'waiting' | 'withdrawn' | 'answered'

interface Figures {
  /** Milliseconds. */
  median: number
  /** Welch's t against unknown codes, without the slowest tenth; beyond ±4.5 they differ. */
  t: number
}

/**
 * Asks 4 000 × `share` times for replies of each kind, in an order drawn by lot, one at a time.
 * @returns times of each kind, and whether all answers had as many bytes
 */
export async function timing(share: number) {
  const { data, people } = await newData()
  const server = await start(data)
  const ids = await codes(server.origin, people.staff)
  const client = clientOf(server.port, 1)
  const times: Record<Kind, number[]> = { unknown: [], waiting: [], withdrawn: [], answered: [] }
  const sizes = new Set<number>()
  const order = drawn(Object.keys(times) as Kind[], part(4000, share, 50))
  for (const kind of [...order.slice(0, 200), ...order]) {
    const id = ids[kind][Math.floor(Math.random() * each)] ?? ''
    const { took, size } = await ask(client, id)
    sizes.add(size)
    times[kind].push(took)
  }
  client.close()
  await server.kill()
  const figures = Object.fromEntries(
    Object.entries(times).map(([kind, all]) => [kind, compare(all, times.unknown)]),
  ) as Record<Kind, Figures>
  return { figures, sameSize: sizes.size === 1 }
}

async function codes(origin: string, staff: Parameters<typeof inboxOf>[1]) {
  const ids: Record<Kind, string[]> = { unknown: [], waiting: [], withdrawn: [], answered: [] }
  const server = asking(origin)
  const inbox = inboxOf(server, staff)
  for (let n = 0; n < each; n++) {
    ids.unknown.push(toText((await keysOf(makeCode())).id))
    ids.waiting.push(toText((await send(server, { how: 'code' })).keys.id))
    const gone = await send(server, { how: 'code' })
    await withdraw(server, gone.keys.id)
    ids.withdrawn.push(toText(gone.keys.id))
    const { keys } = await send(server, { how: 'code' })
    await inbox.take(keys)
    await inbox.reply(keys, 'Hej', keys.key)
    ids.answered.push(toText(keys.id))
  }
  return ids
}

async function ask(client: Client, id: string) {
  const began = performance.now()
  const { body } = await client.json('POST', '/api/replies', { id })
  return { took: performance.now() - began, size: body.length }
}

/** Each kind `count` times, in an order drawn by lot. */
function drawn<T>(kinds: T[], count: number): T[] {
  const all = kinds.flatMap((kind) =>
    Array.from({ length: count }, () => ({ kind, at: Math.random() })),
  )
  return all.sort((a, b) => a.at - b.at).map(({ kind }) => kind)
}

function compare(all: number[], unknown: number[]): Figures {
  const [a, b] = [cropped(all), cropped(unknown)]
  const t = (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length)
  return { median: all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)] ?? 0, t }
}

const cropped = (all: number[]) =>
  all.toSorted((a, b) => a - b).slice(0, Math.floor(all.length * 0.9))
const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
const variance = (all: number[]) => {
  const middle = mean(all)
  return all.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (all.length - 1)
}
