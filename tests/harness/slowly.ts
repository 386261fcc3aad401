/** A request whose body comes in two parts, with time between them. */
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

interface Init {
  method: string
  headers: Record<string, string>
  body: string
}

/**
 * Sends the head and the first bytes at once.
 * @returns `begun`: the server has had time to look at the head; `rest`: sends what is left, and tells
 * the status
 */
export function slowly(url: string, { method, headers, body }: Init) {
  const sent = request(url, { method, headers })
  const status = new Promise<number>((resolve, reject) => {
    sent.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
  })
  sent.write(body.slice(0, 9))
  return {
    begun: pause(500),
    rest(): Promise<number> {
      sent.end(body.slice(9))
      return status
    },
  }
}
