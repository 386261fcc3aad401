/**
 * No address anywhere in `content/`: whatever is written may be read by whoever looks for a shelter.
 * The only one is RVC's own, in the settings, when staff have decided that it may be known.
 */
import type { Content } from './load.ts'
import type { Problem } from './problem.ts'
import { otherWords, stringsIn } from './strings.ts'

/**
 * A street and its number, however it is written: «Enköpings väg 12», «strandgata 4». After the last two
 * a year may stand: «lagändringen 2025».
 */
const street =
  /(?<!\p{L})\p{L}*(?:(?:gatan?|väg(?:en)?|gränd(?:en)?|backen?|stig(?:en)?|torg(?:et)?|all[eé]n?|(?<=\p{L}{2})plan|kaj(?:en)?)\s+\d+|(?:ringen|leden)\s+\d{1,3}(?!\d))/iu

/** A postal code with its town, a place on a map. The name of a map alone is a word to search with. */
const elsewhere =
  /(?<![\d-])\d{3} ?\d{2} +\p{Lu}\p{Ll}|(?<!\d)[56]\d\.\d{3,}|\bgeo:|maps\.|\/maps|goo\.gl|openstreetmap|eniro\.se|what3words|(?<!^)hitta\.se|hitta\.se(?!$)/u

/** What tells where something is, the first that is found. */
export const placeIn = (text: string): string | undefined =>
  (street.exec(text) ?? elsewhere.exec(text))?.[0]

export function placeProblems(content: Content): Problem[] {
  const others = { ...content, settings: { ...content.settings, address: null } }
  return [...stringsIn(others, 'content'), ...otherWords()].flatMap(([at, text]) => {
    const found = placeIn(text)
    return found === undefined
      ? []
      : [
          {
            file: at,
            found: `«${found}»`,
            expected: 'aldrig en adress, ett postnummer, en karta eller en plats på en karta',
            mend: 'ta bort det. Skriv bara telefon eller webbplats. RVC:s egen adress står i content/settings.yaml.',
          },
        ]
  })
}
