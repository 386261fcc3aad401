/** A small client on connections that are kept: `fetch` costs more than what it measures. */
import { Agent, request } from 'node:http'

import { toText } from '../../src/contact/bytes.ts'
import { asking, sealedFor } from '../harness/contact.ts'

export interface Answer {
  status: number
  body: Buffer
}

export interface Client {
  /** @throws if the connection breaks */
  ask(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Uint8Array,
  ): Promise<Answer>
  /** JSON, with its length. */
  json(method: string, path: string, value: unknown): Promise<Answer>
  close(): void
}

/** @param connections at the same time, at most */
export function clientOf(port: number, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask: Client['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }),
        )
      })
      asked.on('error', reject)
      asked.setTimeout(60_000, () => asked.destroy(new Error('no answer in a minute')))
      asked.end(body)
    })
  return {
    ask,
    json(method, path, value) {
      const body = JSON.stringify(value)
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
      }
      return ask(method, path, headers, body)
    },
    close: () => agent.destroy(),
  }
}

/** A plain form, as a browser without JavaScript sends it. */
export const plainPost = (client: Client, path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields).toString()
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(Buffer.byteLength(body)),
  }
  return client.ask('POST', path, headers, body)
}

/**
 * Bodies of requests that a server takes, as many as one likes: one is sealed in earnest, and each
 * gets an id of its own. The server sees sealed bytes only and cannot tell.
 */
export async function bodies(origin: string) {
  const { sealed, set } = await sealedFor(asking(origin), { how: 'call', number: '0701234567' })
  const { card, words } = sealed
  return (id: Uint8Array = crypto.getRandomValues(new Uint8Array(16)), other = false) => ({
    v: 1,
    set,
    id: toText(id),
    card: toText(card),
    words: toText(other ? crypto.getRandomValues(new Uint8Array(words.length)) : words),
  })
}

export type Body = ReturnType<Awaited<ReturnType<typeof bodies>>>
