/** Boxes that were changed on the way: none opens, and none takes long to refuse. */
import fc from 'fast-check'

import { keysOf, makeCode } from '../../src/contact/code.ts'
import { openCard, openWords, sealRequest } from '../../src/contact/envelope.ts'
import { makeKey } from '../../src/contact/keyfile.ts'
import { openMessage, sealMessage } from '../../src/contact/message.ts'
import { part } from './place.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Milliseconds after which opening counts as hanging, whether it waits or keeps the thread. */
const patience = 10_000

/** Ways to change bytes. Positions are parts of the whole, 0 to 1. */
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const change = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: position, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: position }),
  fc.record({
    kind: fc.constant('drop' as const),
    at: position,
    length: fc.integer({ min: 1, max: 64 }),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  }),
  fc.record({
    kind: fc.constant('write' as const),
    at: position,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    at: position,
    to: position,
    length: fc.integer({ min: 1, max: 512 }),
  }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** In the head of an age file every byte is text; there changes are worth more. */
const inHead = fc.boolean()

function changed(box: Bytes, how: Change, head: boolean): Bytes {
  const at = Math.floor(how.at * (head ? Math.min(300, box.length) : box.length))
  const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((bytes) => [...bytes]))
  switch (how.kind) {
    case 'flip': {
      const copy = box.slice()
      copy[at] = (copy[at] ?? 0) ^ (1 << how.bit)
      return copy
    }
    case 'cut':
      return box.slice(0, at)
    case 'drop':
      return join(box.subarray(0, at), box.subarray(at + how.length))
    case 'insert':
      return join(box.subarray(0, at), how.bytes, box.subarray(at))
    case 'write': {
      const copy = box.slice()
      copy.set(how.bytes.subarray(0, box.length - at), at)
      return copy
    }
    case 'move': {
      const copy = box.slice()
      copy.copyWithin(Math.floor(how.to * box.length), at, at + how.length)
      return copy
    }
  }
}

const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/**
 * Opens 50 000 × `share` boxes that were valid before one to three changes.
 * @throws if a box that was not changed does not open: then nothing would be shown
 * @returns `accepted`: opened all the same; `hung`; `slowest` in ms
 */
export async function mutated(share: number) {
  const figures = { tried: 0, accepted: 0, hung: 0, slowest: 0 }
  const boxes = await validBoxes()
  for (const { box, open } of boxes) await open(box)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(boxes.length - 1),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      inHead,
      async (which, changes, head) => {
        const { box, open } = boxes[which] ?? boxes[0]!
        const other = changes.reduce((bytes, how) => changed(bytes, how, head), box)
        fc.pre(!isSame(other, box))
        figures.tried++
        const began = performance.now()
        const result = await opened(open, other)
        const took = performance.now() - began
        figures.slowest = Math.max(figures.slowest, took)
        if (result === 'hung' || took >= patience) figures.hung++
        if (result === 'opened') figures.accepted++
      },
    ),
    { numRuns: part(50_000, share) },
  )
  return figures
}

async function opened(open: (box: Bytes) => Promise<unknown>, box: Bytes) {
  let late: NodeJS.Timeout | undefined
  const hung = new Promise<'hung'>((resolve) => {
    late = setTimeout(() => resolve('hung'), patience)
  })
  const result = open(box).then(
    () => 'opened' as const,
    () => 'refused' as const,
  )
  return Promise.race([result, hung]).finally(() => clearTimeout(late))
}

async function validBoxes() {
  const [one, two] = await Promise.all(['A', 'B'].map((name) => makeKey(name)))
  if (!one || !two) throw new Error()
  const keys = await keysOf(makeCode())
  const about = { language: 'sv', via: 'sealed', hour: 500_000 } as const
  const recipients = [one, two].map(({ admission }) => admission.recipient)
  const sealed = await sealRequest({ how: 'code', text: 'Hej' }, keys, recipients, about)
  const card = await openCard(sealed.card, keys.loc, one.key.identities)
  const message = { n: 1, hour: 500_000, text: 'Hej' }
  return [
    { box: sealed.card, open: (box: Bytes) => openCard(box, keys.loc, one.key.identities) },
    { box: sealed.words, open: (box: Bytes) => openWords(box, card) },
    {
      box: await sealMessage(keys.key, keys.loc, 'staff', message),
      open: (box: Bytes) => openMessage(keys.key, keys.loc, 'staff', box),
    },
  ]
}
