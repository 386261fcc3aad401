/** What the open inbox holds: in memory only, dropped when it is locked. */
import { fromText } from '../contact/bytes.ts'
import { openCard, type Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Desk, Item } from '../contact/staff.ts'
import type { Api } from './api.ts'

/** What every view is given. */
export interface Session {
  /** The open key of the person who sits here. */
  me: Key
  api: Api
  desk: Desk
  /** The cards that this key opens, by reference. */
  cards: Map<string, Card>
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
 * Opens the cards of a list, one at a time: one that does not open hides no other.
 * @param known cards that are open already, with the bytes they were opened from
 */
export async function openCards(
  items: Item[],
  { identities }: Key,
  known: Map<string, { from: string; card: Card }>,
): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>()
  for (const { ref, loc, card: from } of items) {
    if (from === null) continue
    const before = known.get(ref)
    const card =
      before?.from === from
        ? before.card
        : await openCard(fromText(from), fromText(loc), identities).catch(() => undefined)
    if (!card) continue
    known.set(ref, { from, card })
    cards.set(ref, card)
  }
  return cards
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
