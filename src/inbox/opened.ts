/** Opens what the server gave: words, what stood there before, and the letters both ways. */
import { fromText } from '../contact/bytes.ts'
import { openCard, openWords, type Card, type Words } from '../contact/envelope.ts'
import { openMessage, type From } from '../contact/message.ts'
import type { Opened } from '../contact/staff.ts'
import { Refused } from './api.ts'
import type { Session } from './session.ts'

/** A reply or an answer. `text` is undefined where it does not open: forged or damaged. */
export interface Letter {
  n: number
  from: From
  hour: number
  text: string | undefined
}

/** What stood there from an hour on; only the hour where this key is younger than it. */
export type Version = { hour: number } & (
  { card: Card; words: Words } | { card?: undefined; words?: undefined }
)

/**
 * Opens a request as it is now, which may be newer than the list on the screen.
 * @throws Refused; or if card and words do not belong together
 */
export async function openRequest(session: Session, ref: string) {
  const item = await session.api.item(ref)
  if (!item) throw new Refused(404)
  if (item.card === null) throw new Refused(410)
  const card = await openCard(fromText(item.card), fromText(item.loc), session.me.identities)
  const opened = await session.api.open(ref, item.rev)
  const words = await openWords(fromText(opened.words), card)
  return {
    rev: opened.rev,
    withdrawn: item.withdrawn,
    card,
    words,
    letters: await lettersOf(opened, words, card),
    earlier: await earlierOf(opened, card, session),
  }
}

function lettersOf({ messages }: Opened, words: Words, card: Card): Promise<Letter[]> {
  const key = fromText(words.key)
  const loc = fromText(card.loc)
  return Promise.all(
    messages.map(async ({ n, from, hour, message }) => ({
      n,
      from,
      hour,
      text: await openMessage(key, loc, from, fromText(message)).then(
        (letter) => letter.text,
        () => undefined,
      ),
    })),
  )
}

async function earlierOf(
  { earlier, words: now }: Opened,
  card: Card,
  { me }: Session,
): Promise<Version[]> {
  // A card that was sealed anew for a colleague lies beside the same words: no change of hers.
  const found = new Map<string, Version>()
  for (const { hour, card: box, words: sealed } of earlier) {
    if (sealed === now || found.get(sealed)?.card) continue
    try {
      const before = await openCard(fromText(box), fromText(card.loc), me.identities)
      found.set(sealed, { hour, card: before, words: await openWords(fromText(sealed), before) })
    } catch {
      // Sealed before this person had a key. That something stood there is told all the same.
      found.set(sealed, { hour })
    }
  }
  return [...found.values()]
}
