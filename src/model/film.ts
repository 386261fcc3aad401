/** The film in one language: the storyboard with its words, and the numbers put in from the facts. */
import { cues, starts, type Cue } from '../film/timing.ts'
import type { View } from '../film/motion.ts'
import { joinFacts, printable, type Facts } from './facts.ts'
import { original, type Language } from './languages.ts'
import type { Content } from './load.ts'

export interface Scene {
  id: string
  chapter: string
  drawing: string
  seconds: number
  from: View
  to: View
  /** What the picture shows. */
  shows: string
  /** Lines of the caption. */
  says: string[]
}

export interface Film {
  /** The language the words are in: Swedish where a translation is missing. */
  language: Language
  chapters: { id: string; name: string; from: number }[]
  scenes: Scene[]
  cues: Cue[]
  seconds: number
}

/** A number in a line of the film. */
export const phoneIn = /\{phone:([a-z0-9-]+)\}/g

/**
 * The film as it is shown.
 * @throws if its words are missing in Swedish, or a number may not be printed
 */
export function filmIn(language: Language, content: Content): Film {
  const { storyboard, film } = content
  const spoken = film[language] ? language : original
  const words = film[spoken]
  if (!words) throw new Error(`content/film/${spoken}.yaml saknas`)
  const facts = joinFacts(content)
  const scenes = storyboard.scenes.map((scene) => {
    const { shows = '', says = [] } = words.scenes[scene.id] ?? {}
    return { ...scene, shows, says: says.map((line) => withNumbers(line, facts)) }
  })
  const begins = starts(scenes)
  return {
    language: spoken,
    scenes,
    cues: cues(scenes),
    seconds: begins.at(-1) ?? 0,
    chapters: storyboard.chapters.map((id) => ({
      id,
      name: words.chapters[id] ?? id,
      from: begins[scenes.findIndex(({ chapter }) => chapter === id)] ?? 0,
    })),
  }
}

/** The line with its numbers as they are printed. */
const withNumbers = (line: string, facts: Facts) =>
  line.replace(phoneIn, (_, name: string) => printable(facts, 'phones', name).number)
