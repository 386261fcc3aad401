/** From the event to a screen without the text, by each way out, on a fast and a slow machine. */
import { freshProfile, removeProfile } from '../tests/harness/profile.ts'
import { ready, start, visit, type Way } from './journey.ts'
import { prepare, watch, type Hidden } from './probe.ts'
import { govuk, ours, type Candidate } from './places.ts'

/** One series; a time that was not seen is `undefined`. */
export interface Series {
  way: Way
  slowed: number
  times: Map<Candidate, (Hidden | undefined)[]>
}

const ways: [Way, Candidate[]][] = [
  ['click', [ours, govuk]],
  ['Esc ×2', [ours]],
  ['Shift ×3', [ours, govuk]],
]

/**
 * @param repetitions of each way, for each candidate
 * @param rates how many times slower the processor is made, only while she leaves
 * @param until when to be done, as `Date.now()`: on a busy machine each series is cut equally
 */
export async function measureSpeed(
  repetitions: number,
  rates: number[],
  until: number,
): Promise<Series[]> {
  const all: Series[] = []
  let left = rates.length * ways.length
  for (const slowed of rates)
    for (const [way, candidates] of ways) {
      const one: Series = { way, slowed, times: new Map(candidates.map((each) => [each, []])) }
      const share = (until - Date.now()) / left--
      all.push(await series(one, repetitions, Date.now() + share))
    }
  return all
}

async function series(one: Series, repetitions: number, until: number): Promise<Series> {
  const profile = freshProfile()
  const context = await start(profile)
  await prepare(context)
  try {
    for (const candidate of one.times.keys()) await leave(context, candidate, one)
    for (let done = 0; done < repetitions && (done < 2 || Date.now() < until); done++) {
      const order = [...one.times]
      // What the machine does meanwhile must not always hit the same one.
      for (const [candidate, times] of done % 2 ? order.reverse() : order)
        times.push(await leave(context, candidate, one))
    }
  } finally {
    await context.close()
    removeProfile(profile)
  }
  return one
}

async function leave(
  context: Awaited<ReturnType<typeof start>>,
  candidate: Candidate,
  { way, slowed }: Series,
): Promise<Hidden | undefined> {
  const page = await visit(context, candidate)
  const go = await ready(page, candidate, way)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  const hidden = await watch(page)
  await go()
  const answer = await hidden()
  await page.close()
  return answer
}
