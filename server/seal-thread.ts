/** Seals in a thread of its own: a flood of plain forms must not slow what comes sealed. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

import { BusyError } from '../functions/environment.ts'
import { sealRequest } from '../src/contact/envelope.ts'

type Seal = typeof sealRequest
interface Job {
  n: number
  args: Parameters<Seal>
}
interface Done {
  n: number
  sealed?: Awaited<ReturnType<Seal>>
  error?: string
}

if (!isMainThread)
  parentPort?.on('message', ({ n, args }: Job) => {
    sealRequest(...args).then(
      (sealed) => parentPort?.postMessage({ n, sealed } satisfies Done),
      (error: unknown) => parentPort?.postMessage({ n, error: String(error) } satisfies Done),
    )
  })

/** `sealRequest`, done in a thread that is started on first use and again if it ends. */
export function sealingThread(): Seal {
  let thread: Worker | undefined
  let last = 0
  const waiting = new Map<
    number,
    { resolve: (sealed: never) => void; reject: (e: Error) => void }
  >()

  function start(): Worker {
    const worker = new Worker(new URL(import.meta.url))
    worker.unref()
    worker.on('message', ({ n, sealed, error }: Done) => {
      const job = waiting.get(n)
      waiting.delete(n)
      if (sealed) job?.resolve(sealed as never)
      else job?.reject(new Error(error))
    })
    const ended = () => {
      // Another may have been started already.
      if (thread !== worker) return
      thread = undefined
      for (const { reject } of waiting.values()) reject(new BusyError('the sealing thread ended'))
      waiting.clear()
    }
    worker.on('error', ended)
    worker.on('exit', ended)
    return worker
  }

  return (...args) =>
    new Promise((resolve, reject) => {
      thread ??= start()
      const n = ++last
      waiting.set(n, { resolve, reject })
      thread.postMessage({ n, args } satisfies Job)
    })
}
