import type { Content } from './load.ts'
import type { Claim, Law, Limit, Phone, Source } from './schemas.ts'

/** Every fact of the site by name; a fact is written once and read everywhere. */
export interface Facts {
  sources: Record<string, Source>
  phones: Record<string, Phone>
  laws: Record<string, Law>
  limits: Record<string, Limit>
  claims: Record<string, Claim>
}

export type FactKind = Exclude<keyof Facts, 'sources'>

/** The facts of all areas joined. */
export function joinFacts({ areas }: Pick<Content, 'areas'>): Facts {
  const join = <K extends keyof Facts>(kind: K) =>
    Object.assign({}, ...areas.map((area) => area[kind])) as Facts[K]
  return {
    sources: join('sources'),
    phones: join('phones'),
    laws: join('laws'),
    limits: join('limits'),
    claims: join('claims'),
  }
}

/**
 * A fact that may be printed.
 * @throws if there is no fact of that name, or if its mark is C (not yet seen in a source).
 */
export function printable<K extends FactKind>(
  facts: Facts,
  kind: K,
  name: string,
): Facts[K][string] {
  const fact = facts[kind][name]
  if (!fact) throw new Error(`Uppgiften «${name}» finns inte bland ${kind} i content/facts/.`)
  if (fact.mark === 'C')
    throw new Error(
      `Uppgiften «${name}» har märket C: ingen har sett den i en källa. Den får inte skrivas ut. ` +
        'Hitta en officiell källa och ändra märket, eller ta bort uppgiften från sidan.',
    )
  return fact as Facts[K][string]
}

/** A provision as Swedish law is cited: `RB 45:15` → «45 kap. 15 § rättegångsbalken». */
export function citation(name: string, acts: Content['acts']): string {
  const [abbreviation = '', place = ''] = name.split(' ')
  const act = acts[abbreviation]
  if (!act) throw new Error(`Förkortningen «${abbreviation}» finns inte i content/facts/acts.yaml.`)
  const [chapter = '', section] = place.split(':')
  return section
    ? `${spaced(chapter)} kap. ${spaced(section)} § ${act.name}`
    : `${spaced(chapter)} § ${act.name}`
}

/**
 * Provisions gathered law by law and chapter by chapter, in order:
 * `RB 5:1`, `RB 5:10`, `RB 46:6` → «rättegångsbalken 5 kap. 1, 10 §; 46 kap. 6 §».
 */
export function citations(names: string[], acts: Content['acts']): string[] {
  const byAct = new Map<string, Map<string, string[]>>()
  const inOrder = names.toSorted((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
  for (const name of inOrder) {
    const [act = '', place = ''] = name.split(' ')
    const [chapter = '', section = ''] = place.includes(':') ? place.split(':') : ['', place]
    const chapters = byAct.get(act) ?? new Map<string, string[]>()
    byAct.set(act, chapters.set(chapter, [...(chapters.get(chapter) ?? []), section]))
  }
  return [...byAct].map(([act, chapters]) => {
    const places = [...chapters].map(([chapter, sections]) =>
      [chapter && `${spaced(chapter)} kap.`, `${sections.map(spaced).join(', ')} §`]
        .join(' ')
        .trim(),
    )
    return `${acts[act]?.name ?? act} ${places.join('; ')}`
  })
}

/** `3b` → `3 b`, as Swedish law writes it. */
const spaced = (number: string) => number.replace(/(\d)([a-z])/, '$1 $2')
