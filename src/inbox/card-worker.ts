/** The Worker that opens cards: each takes some milliseconds, and thousands must not freeze the page. */
import { fromText } from '../contact/bytes.ts'
import { openCard, type Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Sealed } from './opener.ts'

/** A key to open with from now on, or sealed cards. */
export type Asked = Pick<Key, 'identities'> | { batch: Sealed[] }
/** What the cards of a batch held, in their order; undefined: it does not open with this key. */
export type Answer = (Card | undefined)[]

let identities: string[] = []

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  if ('identities' in data) {
    identities = data.identities
    return
  }
  const cards: Answer = []
  for (const sealed of data.batch) cards.push(await opened(sealed))
  postMessage(cards)
})

/** One that does not open hides no other. */
async function opened({ loc, card }: Sealed): Promise<Card | undefined> {
  try {
    return await openCard(fromText(card), fromText(loc), identities)
  } catch {
    return undefined
  }
}
