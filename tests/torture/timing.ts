/** Whether the time of an answer tells unknown, waiting, withdrawn and answered codes apart. */
import { toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode } from '../../src/contact/code.ts'
import { messageSize } from '../../src/contact/message.ts'
import { asking, inboxOf, send, withdraw } from '../harness/contact.ts'
import { clientOf, type Answer, type Client } from './client.ts'
import { newData, part, start } from './place.ts'

/** Codes of each kind: one would measure a row's place, not its kind. */
const each = 8

const kinds = ['unknown', 'waiting', 'withdrawn', 'answered'] as const
type Kind = (typeof kinds)[number]
type Ids = Record<Kind, string[]>

interface Figures {
  /** Milliseconds. */
  median: number
  /** Welch's t against unknown codes, without the slowest tenth. */
  t: number
}

/** Beyond ±4.5 two kinds differ: by chance that happens once in a hundred thousand times. */
export const differs = ({ t }: Figures) => Math.abs(t) > 4.5

/**
 * Asks for replies, and answers, with a code of each kind: one at a time, in an order drawn by lot.
 * 2 000 × `share` times each for replies; 1 000 for answers, as a code takes 200.
 * @returns times of each kind, and whether all replies had as many bytes
 */
export async function timing(share: number) {
  const { data, people } = await newData()
  const server = await start(data)
  const ids = await codes(server.origin, people.staff)
  const client = clientOf(server.port, 1)
  const replies = await measured(ids, part(2000, share, 50), (id) =>
    client.json('POST', '/api/replies', { id }),
  )
  const answers = await measured(ids, part(1000, share, 25), (id) => answer(client, id))
  client.close()
  await server.kill()
  return { replies: replies.figures, answers: answers.figures, sameSize: replies.sizes.size === 1 }
}

/** The first of a kind warm the server and are not counted. */
async function measured(ids: Ids, count: number, ask: (id: string) => Promise<Answer>) {
  const times: Record<Kind, number[]> = { unknown: [], waiting: [], withdrawn: [], answered: [] }
  const sizes = new Set<number>()
  const asked = { unknown: 0, waiting: 0, withdrawn: 0, answered: 0 }
  for (const kind of drawn(count + warming)) {
    // In turn, so that no code takes more than its room.
    const id = ids[kind][asked[kind]++ % each] ?? ''
    const began = performance.now()
    const { body, status } = await ask(id)
    const took = performance.now() - began
    if (status !== 200 && status !== 204) throw new Error(`answered ${status}`)
    sizes.add(body.length)
    if (asked[kind] > warming) times[kind].push(took)
  }
  const figures = Object.fromEntries(
    kinds.map((kind) => [kind, compare(times[kind], times.unknown)]),
  ) as Record<Kind, Figures>
  return { figures, sizes }
}

const warming = 20

const answer = (client: Client, id: string) => {
  const message = toText(crypto.getRandomValues(new Uint8Array(messageSize)))
  return client.json('POST', '/api/answers', { id, message })
}

async function codes(origin: string, staff: Parameters<typeof inboxOf>[1]) {
  const ids: Ids = { unknown: [], waiting: [], withdrawn: [], answered: [] }
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

/** Each kind `count` times, in an order drawn by lot. */
function drawn(count: number): Kind[] {
  const all = kinds.flatMap((kind) =>
    Array.from({ length: count }, () => ({ kind, at: Math.random() })),
  )
  return all.sort((a, b) => a.at - b.at).map(({ kind }) => kind)
}

export function compare(all: number[], unknown: number[]): Figures {
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
