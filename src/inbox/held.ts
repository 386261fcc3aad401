/** The list as this page holds it: begun once, and then only told what has changed. In memory only. */
import type { Card } from '../contact/envelope.ts'
import { isEnded, type Desk, type Item, type Part } from '../contact/staff.ts'
import type { Api } from './api.ts'
import type { Opener } from './opener.ts'

/** What is ended is fetched with the rest while there is no more of it than this. */
const endedAtOnce = 100

/** So many changed cards are opened before the change is shown; more are shown as they open. */
const shownWhole = 16

/** Everything that is here, as it was at one moment. */
export interface Held {
  /** What the server last said, beside the list. */
  desk: Desk
  /** Those that came or were changed by her last come first. */
  items: Item[]
  /** The cards that this key opens, by reference. */
  cards: Map<string, Card>
  /** References of what was tried and does not open with this key. */
  unreadable: Set<string>
  /** For a request that has equals among the open cards: their references. */
  twins: Map<string, string[]>
  /** How many cards have not been tried yet. */
  opening: number
  /** How many requests are not here: still on their way, or not asked for. */
  missing: Record<Part, number>
}

export interface List {
  /** Asks what has changed; the first time, begins. @throws Refused */
  refresh(): Promise<void>
  /** Fetches one more page of what is ended. @throws Refused */
  fetchEnded(): Promise<void>
  /** Fetches all there is and opens it. @throws Refused */
  fetchAll(): Promise<Held>
  /** Fetches one request, wherever it is. @returns whether there is one; @throws Refused */
  find(ref: string): Promise<boolean>
  /** What is on the screen: it is opened first, and shown changed only when it is open. */
  watch(ref: string | undefined): void
  /** What is drawn now, in the order it is read: opened before what is not. */
  draw(refs: string[]): void
  /** Shows what is here now. */
  show(): void
  /** Asks for nothing more, whatever is under way. */
  stop(): void
}

/** @param tell is given what is here, whenever that has changed */
export function listOf(
  api: Pick<Api, 'desk' | 'page' | 'item'>,
  opener: Opener,
  tell: (held: Held) => void,
): List {
  const items = new Map<string, Item>()
  /** Where the next page of a part begins: undefined, the first; null, there is none. */
  const next: Record<Part, string | null | undefined> = { open: undefined, ended: undefined }
  let desk: Desk | undefined
  let watched: string | undefined
  let walking = false
  let stopped = false
  let drawn: string[] = []
  let turn: Promise<unknown> = Promise.resolve()

  /** One at a time: no answer is put in place of a later one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(() => {
      if (stopped) throw new Error('locked')
      return work()
    })
    turn = done.catch(() => undefined)
    return done
  }

  const look = () =>
    inTurn(async () => {
      const changed = new Map<string, Item>()
      let hides = false
      do {
        const now: Desk = await api.desk(desk?.mark)
        if (now.anew) {
          items.clear()
          next.open = next.ended = undefined
        }
        for (const ref of now.gone) {
          items.delete(ref)
          changed.delete(ref)
          opener.forget(ref)
        }
        for (const item of now.items) {
          items.set(item.ref, item)
          changed.set(item.ref, item)
        }
        hides ||= now.gone.length > 0 || now.items.some(({ card }) => card === null)
        desk = now
      } while (desk.more)
      // What may not be seen any more waits for nothing.
      if (hides) show()
      const some = [...changed.values()]
      const soon = some.filter(({ ref }, at) => ref === watched || at < shownWhole)
      const opened = opener.first(soon)
      opener.last(some)
      await opened
      if (next.open !== undefined) show()
    })

  const page = (part: Part) =>
    inTurn(async () => {
      const from = next[part]
      if (from === null) return
      const { items: some, next: to } = await api.page(part, from)
      for (const item of some) items.set(item.ref, item)
      next[part] = to
      opener.last(some)
      show()
    })

  /** Fetches what belongs here without being asked for; what stops it is tried again at the next look. */
  async function walk(): Promise<void> {
    if (walking) return
    walking = true
    try {
      while (next.open !== null) await page('open')
      if (desk && desk.count.ended <= endedAtOnce) while (next.ended !== null) await page('ended')
    } catch {
      // The look tells why.
    } finally {
      walking = false
    }
  }

  function held(of: Desk): Held {
    const all = [...items.values()].sort((a, b) => b.hersAt - a.hersAt)
    const cards = new Map<string, Card>()
    const unreadable = new Set<string>()
    let opening = 0
    for (const item of all) {
      if (item.card === null) continue
      const card = opener.cardOf(item)
      if (card) cards.set(item.ref, card)
      else if (card === null) unreadable.add(item.ref)
      else opening++
    }
    const ended = all.filter(isEnded).length
    return {
      desk: of,
      items: all,
      cards,
      unreadable,
      twins: twinsIn(cards),
      opening,
      missing: {
        open: next.open === null ? 0 : Math.max(0, of.count.open - (all.length - ended)),
        ended: next.ended === null ? 0 : Math.max(0, of.count.ended - ended),
      },
    }
  }

  function show(): void {
    if (desk) tell(held(desk))
  }

  return {
    async refresh() {
      await look()
      opener.again()
      if (next.open === undefined) await page('open')
      void walk()
    },
    fetchEnded: () => page('ended'),
    async fetchAll() {
      while (next.open !== null) await page('open')
      while (next.ended !== null) await page('ended')
      await opener.first([...items.values()])
      if (!desk) throw new Error('nothing is here')
      return held(desk)
    },
    find: (ref) =>
      inTurn(async () => {
        const item = await api.item(ref)
        if (!item) return false
        items.set(item.ref, item)
        await opener.first([item])
        show()
        return true
      }),
    watch(ref) {
      watched = ref
      const item = ref === undefined ? undefined : items.get(ref)
      if (item) void opener.first([item])
    },
    draw(refs) {
      // Several lists are drawn at once, one after the other: the first of them comes first.
      if (drawn.length === 0)
        queueMicrotask(() => {
          const now = drawn.map((ref) => items.get(ref)).filter((item) => item !== undefined)
          drawn = []
          void opener.first(now)
        })
      drawn.push(...refs)
    },
    show,
    stop: () => void (stopped = true),
  }
}

/**
 * References of requests with the same answers: one form that was sent more than once. Only what came
 * without JavaScript can be told; with it a retry never makes a second request.
 */
function twinsIn(cards: Map<string, Card>): Map<string, string[]> {
  const same = new Map<string, string[]>()
  for (const [ref, { digest }] of cards)
    if (digest !== undefined) same.set(digest, [...(same.get(digest) ?? []), ref])
  const twins = new Map<string, string[]>()
  for (const refs of same.values())
    if (refs.length > 1)
      for (const ref of refs)
        twins.set(
          ref,
          refs.filter((other) => other !== ref),
        )
  return twins
}
