/** The list as it is now, and its cards: only what is new is fetched, opened in a Worker. */
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Desk, Item } from '../contact/staff.ts'
import { apiOf, Refused, signedOut } from './api.ts'
import type { Session } from './session.ts'
import { openerOf } from './worker.ts'
import { signInAgain } from './words.ts'

/** So many are awaited before a list is shown; of more, the rest open while it is looked at. */
const awaited = 50
/** Cards that are fetched and opened at a time. */
const atOnce = 50

const silent = 'Servern svarar inte.'

/** A card that was tried. `card`: undefined if it does not open. */
interface Tried {
  rev: number
  from: string
  card: Card | undefined
}

type Shown = Pick<Session, 'desk' | 'cards' | 'unreadable' | 'left'>

/**
 * @param onLock called when the key is no longer let in
 * @returns `shown`: undefined before the first list; `lost`: why it could not be fetched, in Swedish
 */
export function useDesk(me: Key, onLock: (why: string) => void) {
  const [shown, setShown] = useState<Shown>()
  const [lost, setLost] = useState<string>()
  const state = useRef<Loading>(undefined)

  useEffect(() => {
    const loading = new Loading(me, setShown)
    state.current = loading
    return () => loading.end()
  }, [me])

  const refresh = useCallback(async () => {
    try {
      await state.current?.look()
      setLost(undefined)
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401)
        onLock('Din nyckel gäller inte längre.')
      else
        setLost(problem instanceof Refused && problem.status === signedOut ? signInAgain : silent)
    }
    // Another key is another list.
  }, [me, onLock])

  return { shown, lost, refresh }
}

/** What one key has fetched and opened. */
class Loading {
  private readonly api
  private readonly opener
  private readonly show: (shown: Shown) => void
  private readonly tried = new Map<string, Tried>()
  private desk: Desk | undefined
  private tag: string | undefined
  /** Number of the newest look: an older one that comes late shows nothing. */
  private newest = 0
  private opening: Promise<void> | undefined
  private ended = false

  constructor({ token, identities }: Key, show: (shown: Shown) => void) {
    this.api = apiOf(token)
    this.opener = openerOf(identities)
    this.show = show
  }

  end(): void {
    this.ended = true
    this.opener.end()
  }

  /**
   * Fetches the list if it has changed. What was open before is opened anew before the list is shown,
   * so that nothing that stands on the screen goes and comes back.
   * @throws Refused
   */
  async look(): Promise<void> {
    const number = ++this.newest
    const answer = await this.api.desk(this.tag)
    if (answer) {
      const missing = this.missingOf(answer.desk)
      const changed = missing.filter(({ ref }) => this.tried.has(ref))
      const first = missing.length <= awaited ? missing : changed
      for (let at = 0; at < first.length; at += atOnce)
        await this.open(first.slice(at, at + atOnce))
      if (number !== this.newest || this.ended) return
      this.desk = answer.desk
      this.tag = answer.tag
      this.forget(answer.desk)
      this.tell()
    }
    this.opening ??= this.openRest().finally(() => (this.opening = undefined))
    this.opening.catch(() => undefined)
  }

  /** Opens what is left, what is unread and unfinished first, until the newest list is whole. */
  private async openRest(): Promise<void> {
    while (this.desk && !this.ended) {
      const next = this.missingOf(this.desk).toSorted((a, b) => urgency(b) - urgency(a))
      if (next.length === 0) return
      const wanted = next.slice(0, atOnce)
      await this.open(wanted)
      // What came in another revision, or not at all, is another list's: the next look asks again.
      if (this.missingOf(this.desk).length === next.length) return
      this.tell()
    }
  }

  /** @throws Refused */
  private async open(items: Item[]): Promise<void> {
    if (items.length === 0) return
    const found = await this.api.cards(items.map(({ ref }) => ref))
    const locs = new Map(items.map(({ ref, loc }) => [ref, loc]))
    const fresh = found.filter(({ ref, card }) => this.tried.get(ref)?.from !== card)
    const opened = await this.opener.open(
      fresh.map(({ ref, card }) => ({ card, loc: locs.get(ref) ?? '' })),
    )
    for (const [at, { ref, rev, card: from }] of fresh.entries())
      this.tried.set(ref, { rev, from, card: opened[at] })
    for (const { ref, rev, card: from } of found) {
      const before = this.tried.get(ref)
      if (before?.from === from) before.rev = Math.max(rev, before.rev)
    }
  }

  private missingOf = ({ items }: Desk) =>
    items.filter(({ ref, rev, sealed }) => sealed && (this.tried.get(ref)?.rev ?? 0) < rev)

  /** What is hidden or gone is not kept. */
  private forget({ items }: Desk): void {
    const there = new Set(items.filter(({ sealed }) => sealed).map(({ ref }) => ref))
    for (const ref of this.tried.keys()) if (!there.has(ref)) this.tried.delete(ref)
  }

  private tell(): void {
    const { desk, ended } = this
    if (!desk || ended) return
    const cards = new Map<string, Card>()
    const unreadable = new Set<string>()
    for (const [ref, { card }] of this.tried)
      if (card) cards.set(ref, card)
      else unreadable.add(ref)
    this.show({ desk, cards, unreadable, left: this.missingOf(desk).length })
  }
}

const urgency = ({ unseen, state }: Item) =>
  (unseen ? 2 : 0) + (state === 'done' || state === 'aside' ? 0 : 1)
