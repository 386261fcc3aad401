/**
 * Numbers, sections and times are written once, in `content/facts/`: the same fact in fifteen languages cannot
 * drift. A text names the fact; a list or a word of the interface, which cannot, has the number exactly
 * as it stands there, so that a number that changes is told wherever it was typed.
 */
import type { Facts } from './facts.ts'
import type { Content } from './load.ts'
import type { Problem } from './problem.ts'
import { otherWords, stringsIn, type Written } from './strings.ts'

const phone =
  /(?<![\d.])(?:112|1177|114 ?14|116 ?\d{3}|0\d{1,3}-\d[\d ]{4,}|\+46[ \d-]{6,}|020[- ]\d[\d ]+|90101)(?!\d)/g
/** A length of time in digits; how long a prison term is stands in no list of times. */
const time =
  /(?<![\d–-])\d+ ?(?:dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|days?|weeks?|months?|يوم|أيام|أسبوع|أسابيع|شهر|أشهر)(?!\p{L})/gu
const law = /§|\b\d+ kap\./g

/** What stands in the place of a fact: `<Phone of="112"/>`, `{112}`, `{phone:112}`. */
const place = /<[^>]+>|\{[\w:-]+\}/g

/** Digits as they are written with Arabic letters. */
const latin = (text: string) =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

const found = (pattern: RegExp, text: string) =>
  [...latin(text.replace(place, ' ')).matchAll(pattern)].map(([one]) => one.trim())

/** @param content with what is printed on paper among its pages */
export function typedByHand(content: Content, facts: Facts): Problem[] {
  const { cards, film, services, decide, courtroom, links, worksheets, glossary, places } = content
  const pages = [...content.pages.values()].flatMap(({ file, head, body }): Written[] => [
    [file, `${head.title}\n${head.description}\n${body}`],
  ])
  const named = [
    ...pages,
    ...stringsIn(
      cards.cards.map(({ text, choices, right }) => ({ text, choices, right })),
      'content/cards.yaml',
    ),
    ...stringsIn(film, 'content/film'),
  ]
  const lists = [
    ...stringsIn({ services, decide, courtroom, links, worksheets, glossary, places }, 'content'),
    // What a number was before is told nowhere else.
    ...stringsIn(
      content.changes.map(({ says }) => says),
      'content/changes',
    ),
    ...otherWords(),
  ]
  const known = new Set(
    Object.values(facts.phones).flatMap(({ number, mark }) =>
      mark === 'C' ? [] : [number.replaceAll(' ', '')],
    ),
  )
  return [
    ...named.flatMap(([file, text]) =>
      found(phone, text).map((number) => ({
        file,
        found: `«${number}»`,
        expected: 'telefonnummer genom <Phone of="…"/>, på kort {…}, i filmen {phone:…}',
        mend: 'byt numret mot namnet på uppgiften i content/facts/.',
      })),
    ),
    ...lists.flatMap(([file, text]) =>
      found(phone, text)
        .filter((number) => !known.has(number.replaceAll(' ', '')))
        .map((number) => ({
          file,
          found: `«${number}»`,
          expected: 'ett telefonnummer som det står i content/facts/, med märke A eller B',
          mend: 'rätta numret här eller där.',
        })),
    ),
    ...named.flatMap(([file, text]) =>
      found(time, text).map((length) => ({
        file,
        found: `«${length}»`,
        expected: 'tid genom <Limit of="…"/>, på kort och i filmen utan siffra',
        mend: 'skriv tiden med källa i content/facts/limits.yaml och nämn den med <Limit of="…"/>.',
      })),
    ),
    ...[...named, ...lists].flatMap(([file, text]) =>
      found(law, text).map((section) => ({
        file,
        found: `«${section}»`,
        expected: 'lagrum genom <Law of="…"/>',
        mend: 'byt lagrummet mot <Law of="…"/>. I listor och på kort: utan lagrum.',
      })),
    ),
  ]
}
