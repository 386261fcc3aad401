/** Opens and writes key files, and opens cards, in Workers of their own. */
import type { Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'

/** A sealed card and where it lies, base64url. */
export interface SealedCard {
  card: string
  loc: string
}

export type Job =
  | { file: string; passphrase: string }
  | { key: Key; passphrase: string }
  | { cards: SealedCard[]; identities: string[] }
export type Answer =
  | { part: number }
  | { key: Key }
  | { written: string }
  | { opened: (Card | undefined)[] }
  | { failed: true }

const start = () => new Worker('/app/unlock.js', { type: 'module' })

function run<T>(job: Job, pick: (answer: Answer) => T | undefined, tell?: (part: number) => void) {
  return new Promise<T>((resolve, reject) => {
    const worker = start()
    const end = () => worker.terminate()
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('part' in data) return tell?.(data.part)
      end()
      const picked = pick(data)
      if (picked === undefined) reject(new Error('could not'))
      else resolve(picked)
    }
    worker.onerror = () => {
      end()
      reject(new Error('the worker did not start'))
    }
    worker.postMessage(job)
  })
}

export const inWorker = {
  /** @param tell is given how far it has come, 0–1; @throws if the passphrase or the file is wrong */
  open: (file: string, passphrase: string, tell: (part: number) => void) =>
    run<Key>({ file, passphrase }, (answer) => ('key' in answer ? answer.key : undefined), tell),
  write: (key: Key, passphrase: string) =>
    run<string>({ key, passphrase }, (answer) =>
      'written' in answer ? answer.written : undefined,
    ),
}

/** Opens cards, one list after the other, in a Worker that is kept until `end`. */
export function openerOf(identities: string[]) {
  const worker = start()
  let last: Promise<unknown> = Promise.resolve()
  const opened = (cards: SealedCard[]) =>
    new Promise<(Card | undefined)[]>((resolve, reject) => {
      worker.onerror = () => reject(new Error('the worker did not start'))
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ('opened' in data) resolve(data.opened)
        else reject(new Error('could not'))
      }
      worker.postMessage({ cards, identities } satisfies Job)
    })
  return {
    /** @returns in the same order; undefined: does not open, which hides no other */
    open(cards: SealedCard[]): Promise<(Card | undefined)[]> {
      if (cards.length === 0) return Promise.resolve([])
      const result = last.then(() => opened(cards))
      last = result.catch(() => undefined)
      return result
    },
    end: () => worker.terminate(),
  }
}
