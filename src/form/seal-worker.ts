/**
 * `/app/seal.js`: seals in a Worker. Where no Worker starts, the page imports the same file and finds
 * the work under `rvcSealing`.
 */
import { seal, work, type Job, type Work } from './sealing.ts'

/** One question and its answer. */
export type Asked = { seal: Job } | { work: Work }

const answer = async (asked: Asked) => ('seal' in asked ? await seal(asked.seal) : work(asked.work))

if ('document' in globalThis) Object.assign(globalThis, { rvcSealing: answer })
else
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    answer(data).then(
      (done) => postMessage({ done }),
      // The reason may hold what she wrote: it stays here.
      () => postMessage({}),
    )
  })
