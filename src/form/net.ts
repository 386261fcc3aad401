/** Talks with the server. Nothing waits for ever, and nothing is sent in other bytes by trying again. */
import type { FormState } from '../contact/wire.ts'

/** Milliseconds an answer may take. */
const patience = 15_000
/** Milliseconds before each new try. */
const pauses = [1000, 3000]

/**
 * Sends, and sends the same again when no answer comes.
 * @throws if no answer came to any try
 */
export async function ask(path: string, method: 'GET' | 'PUT' | 'POST', body?: unknown) {
  const init: RequestInit = {
    method,
    cache: 'no-store',
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
  for (const pause of pauses) {
    const answer = await once(path, init).catch(() => undefined)
    if (answer && (answer.status < 500 || answer.status === 503)) return answer
    await new Promise((after) => setTimeout(after, pause))
  }
  return once(path, init)
}

async function once(path: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), patience)
  try {
    return await fetch(path, { ...init, signal: stop.signal })
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
