/** Asks the Worker to seal; where none starts, does the work on the page. */
import type { Proof, PutRequest } from '../contact/wire.ts'
import type { Asked } from './seal-worker.ts'
import type { Job, Work } from './sealing.ts'

export interface Sealer {
  /** @throws if it cannot be sealed here */
  seal(job: Job): Promise<PutRequest>
  work(asked: Work): Promise<Proof>
  stop(): void
}

const script = '/app/seal.js'

/** Nothing is loaded until the first question. */
export function makeSealer(): Sealer {
  let worker: Worker | undefined

  const stop = () => {
    worker?.terminate()
    worker = undefined
  }

  const inWorker = (asked: Asked) =>
    new Promise<unknown>((done, failed) => {
      worker ??= new Worker(script)
      worker.onmessage = ({ data }: MessageEvent<{ done?: unknown }>) =>
        data.done ? done(data.done) : failed(new Error('not sealed'))
      worker.onerror = () => {
        // It never answers again; the next question starts another.
        stop()
        failed(new Error('no worker'))
      }
      worker.postMessage(asked)
    })

  const ask = (asked: Asked) => inWorker(asked).catch(() => onPage(asked))

  return {
    seal: (job) => ask({ seal: job }) as Promise<PutRequest>,
    work: (asked) => ask({ work: asked }) as Promise<Proof>,
    stop,
  }
}

async function onPage(asked: Asked): Promise<unknown> {
  await import(/* @vite-ignore */ script as string)
  const { rvcSealing } = globalThis as unknown as { rvcSealing: (asked: Asked) => Promise<unknown> }
  return rvcSealing(asked)
}
