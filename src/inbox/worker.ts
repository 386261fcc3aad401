/** Opens and writes key files in a Worker of their own. */
import type { Key } from '../contact/keyfile.ts'

export type Job = { file: string; passphrase: string } | { key: Key; passphrase: string }
export type Answer = { part: number } | { key: Key } | { written: string } | { failed: true }

function run<T>(job: Job, pick: (answer: Answer) => T | undefined, tell?: (part: number) => void) {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker('/app/unlock.js', { type: 'module' })
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
