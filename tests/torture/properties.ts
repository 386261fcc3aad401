/** What must hold for every request, every code and every reply. */
import { expect } from '@playwright/test'
import fc from 'fast-check'

import { fromText, toText } from '../../src/contact/bytes.ts'
import { inGroups, keysOf, locOf, makeCode, readCode } from '../../src/contact/code.ts'
import {
  cardSize,
  openCard,
  openWords,
  sealRequest,
  wordsSize,
} from '../../src/contact/envelope.ts'
import { makeKey } from '../../src/contact/keyfile.ts'
import {
  longestMessage,
  messageSize,
  openMessage,
  openReplies,
  repliesShown,
  sealMessage,
} from '../../src/contact/message.ts'
import { checkRequest } from '../../src/contact/request.ts'
import { anyForm, anyText, kindForm } from './arbitraries.ts'
import { part } from './place.ts'

/** Full number of runs of each. */
const full = 20_000

const holds = async <T>(runs: number, property: fc.IAsyncProperty<T>) => {
  await fc.assert(property, { numRuns: runs })
  return runs
}

/**
 * What the form takes in fits its box, has one size, and opens to the same for staff only.
 * @returns forms that were sealed; those that the form refuses are drawn again
 */
export async function envelope(share: number): Promise<number> {
  const [one, two, other] = await Promise.all(['A', 'B', 'C'].map((name) => makeKey(name)))
  if (!one || !two || !other) throw new Error()
  const recipients = [one, two].map(({ admission }) => admission.recipient)
  const size = await cardSize(recipients)
  const form = fc.oneof({ weight: 4, arbitrary: kindForm }, { weight: 1, arbitrary: anyForm })
  const keys = await keysOf(makeCode())
  const about = { language: 'sv', via: 'sealed', hour: 500_000 } as const
  return holds(
    part(full, share),
    fc.asyncProperty(form, fc.boolean(), async (raw, first) => {
      const checked = checkRequest(raw, '2026-11-20')
      if ('errors' in checked) return fc.pre(false)
      const sealed = await sealRequest(checked.request, keys, recipients, about)
      expect([sealed.card.length, sealed.words.length]).toEqual([size, wordsSize])
      const reader = first ? one : two
      const card = await openCard(sealed.card, keys.loc, reader.key.identities)
      const words = await openWords(sealed.words, card)
      expect({ ...card.request, ...words.request }).toEqual(checked.request)
      await expect(openCard(sealed.card, keys.loc, other.key.identities)).rejects.toThrow()
    }),
  )
}

/** Where digits of other scripts begin. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** A code is read however it is typed, one wrong digit is always seen, and its keys have their sizes. */
export const code = (share: number): Promise<number> =>
  holds(
    part(full, share),
    fc.asyncProperty(
      fc.noShrink(fc.constant(null).map(makeCode)),
      fc.constantFrom(...zeros),
      fc.constantFrom('', ' ', '-', '\u00a0', '.\n', '\u200f'),
      fc.nat(19),
      fc.integer({ min: 1, max: 9 }),
      async (made, zero, between, at, by) => {
        const typed = [...made].map((digit) => String.fromCodePoint(zero + Number(digit)))
        expect(readCode(typed.join(between))).toEqual({ code: made })
        expect(readCode(inGroups(made))).toEqual({ code: made })
        const wrong = made.slice(0, at) + ((Number(made[at]) + by) % 10) + made.slice(at + 1)
        expect(readCode(wrong)).toEqual({ wrong: 'digit' })
        expect(readCode(made.slice(1))).toEqual({ wrong: 'length' })
        const { id, loc, key } = await keysOf(made)
        expect([id.length, loc.length, key.length]).toEqual([16, 32, 32])
        expect(loc).toEqual(locOf(id))
      },
    ),
  )

/** A reply has one size, opens with the code's key only, on its own side and in its own place. */
export async function reply(share: number): Promise<number> {
  const random = (size: number) => fc.uint8Array({ minLength: size, maxLength: size })
  return holds(
    part(full, share),
    fc.asyncProperty(
      random(32),
      random(32),
      anyText(longestMessage),
      fc.nat(),
      async (k, l, text, slot) => {
        const [key, loc] = [new Uint8Array(k), new Uint8Array(l)]
        const written = text.slice(0, longestMessage).toWellFormed()
        const message = { n: 1, hour: 500_000, text: written }
        const box = await sealMessage(key, loc, 'staff', message)
        expect(box.length).toBe(messageSize)
        expect(await openMessage(key, loc, 'staff', box)).toEqual(message)
        await expect(openMessage(key, loc, 'her', box)).rejects.toThrow()
        const elsewhere = loc.map((byte) => byte ^ 1)
        await expect(openMessage(key, elsewhere, 'staff', box)).rejects.toThrow()
        const slots = crypto.getRandomValues(new Uint8Array(repliesShown * messageSize))
        slots.set(box, (slot % repliesShown) * messageSize)
        expect(await openReplies(key, loc, slots)).toEqual([message])
      },
    ),
  )
}

/** Bytes have exactly one text, and nothing else is read as theirs. */
export const text = (share: number): Promise<number> =>
  holds(
    part(full, share),
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 8 }),
      async (bytes, any) => {
        expect(fromText(toText(bytes))).toEqual(new Uint8Array(bytes))
        let read
        try {
          read = fromText(any)
        } catch {
          return
        }
        expect(toText(read)).toBe(any)
      },
    ),
  )
