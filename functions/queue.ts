import { BusyError } from './environment.ts'

/**
 * Lets a few pieces of work run at once and a few more wait; the rest is told at once to come back.
 * @param running at the same time
 * @param waiting in line at most
 */
export function queue(running: number, waiting: number) {
  let active = 0
  const line: (() => void)[] = []

  /** @throws BusyError if the line is full */
  return async function enter<T>(work: () => Promise<T>): Promise<T> {
    if (active >= running) {
      if (line.length >= waiting) throw new BusyError()
      await new Promise<void>((resolve) => line.push(resolve))
    } else active++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else active--
    }
  }
}
