/** WebDriver BiDi over Node's own WebSocket: a question, an answer. */
import type { ChildProcess } from 'node:child_process'

type Answer = Record<string, unknown>

/** Sends a command; the promise is its answer. */
export type Send = (method: string, params: object) => Promise<Answer>

/**
 * Connects to a browser that tells its address on its error stream.
 * @throws if it ends before it has told it
 */
export async function connect(child: ChildProcess): Promise<Send> {
  const socket = new WebSocket(await addressOf(child))
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let last = 0
  socket.onmessage = ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data))
    if (type === 'error') waiting.get(id)?.reject(new Error(`${error}: ${message}`))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  }
  socket.onclose = () => waiting.forEach(({ reject }) => reject(new Error('the browser is gone')))
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  return (method, params) => {
    const answer = Promise.withResolvers<Answer>()
    waiting.set(++last, answer)
    socket.send(JSON.stringify({ id: last, method, params }))
    return answer.promise
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (text: Buffer) => {
      said += String(text)
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? []
      if (address) resolve(`${address}/session`)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
}
