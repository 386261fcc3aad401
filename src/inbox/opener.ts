/** Opens the cards of the list in a Worker, a few at a time; what matters most is asked for first. */
import type { Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Item } from '../contact/staff.ts'
import type { Answer, Asked } from './card-worker.ts'

/** A card as the server gives it, and where it must lie. */
export interface Sealed {
  loc: string
  card: string
}

/** Opens a batch. @returns its cards in their order, undefined where one does not open */
export type OpenBatch = (batch: Sealed[]) => Promise<(Card | undefined)[]>

/** Cards in one batch: a tenth of a second, so that what is more urgent soon has its turn. */
const size = 16

/**
 * A Worker of its own with the key in its memory. One that fails is ended, and the next batch has
 * another. `stop` ends it, and with it what it holds.
 */
export function openingWorker({ identities }: Key): { open: OpenBatch; stop: () => void } {
  let worker: Worker | undefined
  const stop = () => {
    worker?.terminate()
    worker = undefined
  }
  return {
    stop,
    open: (batch) =>
      new Promise((resolve, reject) => {
        const isNew = worker === undefined
        const mine = (worker ??= new Worker('/app/open.js', { type: 'module' }))
        const say = (asked: Asked) => mine.postMessage(asked)
        mine.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data)
        mine.onerror = () => {
          stop()
          reject(new Error('the worker did not work'))
        }
        if (isNew) say({ identities })
        say({ batch })
      }),
  }
}

export interface Opener {
  /**
   * The card of a request; null: it does not open with this key; undefined: it has not been tried, or
   * there is none to see. It counts for the very bytes of `item` only: what has changed since is
   * opened anew.
   */
  cardOf(item: Item): Card | null | undefined
  /** Opens these before everything that waits. @returns when all of them are tried */
  first(items: Item[]): Promise<void>
  /** Opens these after everything that waits. */
  last(items: Item[]): void
  /** Tries once more what could not be tried. */
  again(): void
  /** Forgets what is erased, or may not be seen any more. */
  forget(ref: string): void
}

/** @param tell called after each batch */
export function openerOf(open: OpenBatch, tell: () => void): Opener {
  /** By reference: the bytes that count, and the card when they have been tried. */
  const known = new Map<string, { from: string; card?: Card | null }>()
  const waiting: { items: Item[]; done: () => void }[] = []
  let failed: Item[] = []
  let running = false

  const isTried = ({ ref, card }: Item) => {
    const found = known.get(ref)
    return found?.from === card && found.card !== undefined
  }

  function note(items: Item[]): Item[] {
    for (const { ref, card } of items)
      if (card === null) known.delete(ref)
      else if (known.get(ref)?.from !== card) known.set(ref, { from: card })
    return items.filter(({ card }) => card !== null)
  }

  async function work(): Promise<void> {
    if (running) return
    running = true
    for (let job = waiting[0]; job; job = waiting[0]) {
      const batch = job.items.splice(0, size).filter((item) => !isTried(item))
      if (batch.length > 0) {
        // What could not be tried is not told to be unreadable: it waits, and nothing is done to it.
        const cards = await open(batch.map(sealed)).catch((): undefined => undefined)
        if (!cards) failed.push(...batch)
        for (const [at, item] of batch.entries())
          // Meanwhile it may have been changed or hidden.
          if (cards && known.get(item.ref)?.from === item.card)
            known.set(item.ref, { from: item.card ?? '', card: cards[at] ?? null })
        tell()
      }
      if (job.items.length > 0) continue
      waiting.splice(waiting.indexOf(job), 1)
      job.done()
    }
    running = false
  }

  function last(items: Item[]): void {
    waiting.push({ items: note(items), done: () => undefined })
    void work()
  }

  return {
    cardOf(item) {
      const found = known.get(item.ref)
      return found && found.from === item.card ? found.card : undefined
    },
    first(items) {
      const wanted = note(items).filter((item) => !isTried(item))
      if (wanted.length === 0) return Promise.resolve()
      return new Promise((done) => {
        waiting.unshift({ items: wanted, done })
        void work()
      })
    },
    last,
    again() {
      const now = failed.filter(({ ref, card }) => known.get(ref)?.from === card)
      failed = []
      if (now.length > 0) last(now)
    },
    forget: (ref) => void known.delete(ref),
  }
}

const sealed = ({ loc, card }: Item): Sealed => ({ loc, card: card ?? '' })
