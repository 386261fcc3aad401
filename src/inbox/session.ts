/** What the open inbox holds: in memory only, dropped when it is locked. */
import type { Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Desk } from '../contact/staff.ts'
import type { Api } from './api.ts'

/** What every view is given. */
export interface Session {
  /** The open key of the person who sits here. */
  me: Key
  api: Api
  desk: Desk
  /** The cards that this key has opened, by reference. */
  cards: Map<string, Card>
  /** References of the cards that it does not open. */
  unreadable: Set<string>
  /** How many cards are still to be opened. */
  left: number
  /** Milliseconds since 1970; moves on by itself. */
  now: number
  /** Fetches the list anew. */
  refresh: () => Promise<void>
  /** Replies that are begun and not sent, by reference; kept while other views are looked at. */
  drafts: Map<string, string>
  /** Uses another key from now on. */
  changeKey: (key: Key) => void
}

/**
 * References of requests with the same answers: one form that was sent more than once. Only what came
 * without JavaScript can be told; with it a retry never makes a second request.
 */
export function sameAs(ref: string, cards: Map<string, Card>): string[] {
  const digest = cards.get(ref)?.digest
  if (digest === undefined) return []
  return [...cards]
    .filter(([other, card]) => other !== ref && card.digest === digest)
    .map(([other]) => other)
}
