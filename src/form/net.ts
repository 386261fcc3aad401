/** Talks with the server. Nothing waits for ever, and nothing is sent in other bytes by trying again. */
import type { FormState } from '../contact/wire.ts'

/** Milliseconds an answer may take. */
const patience = 15_000
/** Milliseconds before each new try. */
const pauses = [1000, 3000]

/**
 * Sends, and sends the same again when no answer comes.
 * @param onLost a try has gone out and was not answered: perhaps it was done, perhaps not
 * @throws if no answer came to any try
 */
export async function ask(
  path: string,
  method: 'GET' | 'PUT' | 'POST',
  body?: unknown,
  onLost?: () => void,
): Promise<Response> {
  const init: RequestInit = {
    method,
    cache: 'no-store',
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
  for (const pause of pauses) {
    const answer = await once(path, init).catch(() => undefined)
    if (answer && isAnswer(answer)) return answer
    onLost?.()
    await new Promise((after) => setTimeout(after, pause))
  }
  return once(path, init).then(
    (answer) => {
      if (!isAnswer(answer)) onLost?.()
      return answer
    },
    (error: unknown) => {
      onLost?.()
      throw error
    },
  )
}

/** Sends a form as a browser without script does, once. @throws if no whole answer came */
export const post = (path: string, body: URLSearchParams) =>
  inTime(async (signal) => {
    const answer = await fetch(path, { method: 'POST', cache: 'no-store', body, signal })
    return { answered: isAnswer(answer), html: await answer.text() }
  })

/** The server, and not something before it, has said what it did: 503 is «nothing was changed». */
const isAnswer = ({ status }: Response) => status < 500 || status === 503

const once = (path: string, init: RequestInit) =>
  inTime((signal) => fetch(path, { ...init, signal }))

async function inTime<T>(asked: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), patience)
  try {
    return await asked(stop.signal)
  } finally {
    clearTimeout(late)
  }
}

/** Whether anyone reads, to whom to seal, how much work is asked for. @throws if it cannot be had */
export async function formState(): Promise<FormState> {
  const answer = await ask('/api/form', 'GET')
  if (!answer.ok) throw new Error('no state')
  return (await answer.json()) as FormState
}
