/** Replies from staff and answers from her, sealed with the key that only she and staff have. */
import * as z from 'zod/mini'

import { boxExtra, openBox, sealBox } from './box.ts'

/** Bytes of JSON a message is padded to. */
const messageBytes = 4096

/** Bytes of a sealed message; every message has this length. */
export const messageSize = messageBytes + boxExtra

/** How many replies the server always shows: real ones and, in place of missing ones, noise. */
export const repliesShown = 3

/** Characters of one message that always fit, whatever the script. */
export const longestMessage = 900

export const Message = z.strictObject({
  /** Number of the message, from 1, one row of numbers for each side. */
  n: z.int(),
  /** Hours since 1970, by the writer's clock. */
  hour: z.int(),
  text: z.string(),
})

export type Message = z.infer<typeof Message>
export type From = 'staff' | 'her'

/** @throws RangeError if the text is too long */
export const sealMessage = (
  key: Uint8Array<ArrayBuffer>,
  loc: Uint8Array<ArrayBuffer>,
  from: From,
  message: Message,
) => sealBox(key, about(loc, from), message, messageBytes)

/** @throws if the message was forged, changed, moved to another request or sent by the other side */
export const openMessage = async (
  key: Uint8Array<ArrayBuffer>,
  loc: Uint8Array<ArrayBuffer>,
  from: From,
  box: Uint8Array<ArrayBuffer>,
) => Message.parse(await openBox(key, about(loc, from), box))

/**
 * The replies in what the server answered, oldest first. What does not open is noise.
 * @param slots `repliesShown` boxes after each other
 */
export async function openReplies(
  key: Uint8Array<ArrayBuffer>,
  loc: Uint8Array<ArrayBuffer>,
  slots: Uint8Array<ArrayBuffer>,
): Promise<Message[]> {
  const replies: Message[] = []
  for (let slot = 0; slot < repliesShown; slot++) {
    const box = slots.slice(slot * messageSize, (slot + 1) * messageSize)
    const reply = await openMessage(key, loc, 'staff', box).catch(() => undefined)
    if (reply) replies.push(reply)
  }
  return replies.sort((a, b) => a.n - b.n)
}

function about(loc: Uint8Array<ArrayBuffer>, from: From): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(loc.length + 1)
  bytes.set(loc)
  bytes[loc.length] = from === 'staff' ? 1 : 2
  return bytes
}
