/** Opens what the server gave: words, what stood there before, and the letters both ways. */
import { fromText } from '../contact/bytes.ts'
import { openCard, openWords, type Card, type Words } from '../contact/envelope.ts'
import { openMessage, type From } from '../contact/message.ts'
import type { Item, Opened } from '../contact/staff.ts'
import type { Session } from './session.ts'

/** A reply or an answer. `text` is undefined where it does not open: forged or damaged. */
export interface Letter {
  n: number
  from: From
  hour: number
  text: string | undefined
}

/** @throws Refused; or if the words do not belong to the card */
export async function openRequest(session: Session, item: Item, card: Card) {
  const opened = await session.api.open(item.ref, item.rev)
  const words = await openWords(fromText(opened.words), card)
  await session.refresh()
  return {
    rev: opened.rev,
    words,
    opened,
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

async function earlierOf({ earlier }: Opened, card: Card, { me }: Session) {
  const found: { hour: number; words: Words }[] = []
  for (const { hour, card: box, words } of earlier)
    try {
      const before = await openCard(fromText(box), fromText(card.loc), me.identities)
      // The same card sealed anew for a colleague is no change of hers.
      if (before.key !== card.key) found.push({ hour, words: await openWords(fromText(words), before) })
    } catch {
      // Sealed before this person had a key.
    }
  return found
}
