/** What a writer must mend in the film and in the films that staff have put in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { drawings } from '../film/drawings/drawings.ts'
import { speedOf } from '../film/timing.ts'
import { readVtt } from '../film/vtt.ts'
import { mostBytes } from './clips.ts'
import type { Facts } from './facts.ts'
import { filmIn, phoneIn } from './film.ts'
import { isLanguage, languageIds } from './languages.ts'
import type { Content } from './load.ts'
import type { Problem } from './problem.ts'

/** Characters a second that a slow reader still has time for. */
export const fastest = 15

/** How long the film may be, seconds. */
export const length = { least: 75, most: 120 }

/** Scenes without words, words without a scene, lines too fast to read, a film too long. */
export function filmProblems(content: Content, facts: Facts): Problem[] {
  const found = [...storyboardProblems(content), ...wordProblems(content, facts)]
  return found.length > 0 ? found : timeProblems(content)
}

function storyboardProblems({ storyboard: { scenes, chapters } }: Content): Problem[] {
  const file = 'content/film/storyboard.yaml'
  const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0)
  const wrong = scenes.filter(({ drawing }) => !(drawing in drawings))
  const lost = scenes.filter(({ chapter }) => !chapters.includes(chapter))
  return [
    ...wrong.map(({ id, drawing }) => ({
      file,
      field: `${id} › drawing`,
      found: `«${drawing}»`,
      expected: `något av: ${Object.keys(drawings).join(', ')}`,
      mend: 'välj en teckning som finns.',
    })),
    ...lost.map(({ id, chapter }) => ({
      file,
      field: `${id} › chapter`,
      found: `«${chapter}»`,
      expected: `något av: ${chapters.join(', ')}`,
      mend: 'välj ett kapitel som finns, eller lägg till det överst.',
    })),
    ...(seconds < length.least || seconds > length.most
      ? [
          {
            file,
            field: 'seconds',
            found: `${seconds} sekunder tillsammans`,
            expected: `${length.least}–${length.most} sekunder`,
            mend: 'korta eller förläng några scener.',
          },
        ]
      : []),
  ]
}

function wordProblems({ storyboard, film }: Content, facts: Facts): Problem[] {
  const scenes = storyboard.scenes.map(({ id }) => id)
  return languageIds.flatMap((language) => {
    const words = film[language]
    const file = `content/film/${language}.yaml`
    if (!words) return []
    const names = Object.values(words.scenes).flatMap(({ says }) =>
      says.flatMap((line) => [...line.matchAll(phoneIn)].map(([, name = '']) => name)),
    )
    return [
      ...differences(file, 'scenes', scenes, Object.keys(words.scenes)),
      ...differences(file, 'chapters', storyboard.chapters, Object.keys(words.chapters)),
      ...names
        .filter((name) => !facts.phones[name] || facts.phones[name].mark === 'C')
        .map((name) => ({
          file,
          field: `{phone:${name}}`,
          found: `«${name}»`,
          expected: 'ett nummer i content/facts/ med märke A eller B',
          mend: 'rätta namnet, eller ta bort numret.',
        })),
    ]
  })
}

function differences(file: string, field: string, wanted: string[], written: string[]): Problem[] {
  const missing = wanted.filter((id) => !written.includes(id))
  const spare = written.filter((id) => !wanted.includes(id))
  const problem = (id: string, found: string, mend: string) => ({
    file,
    field: `${field} › ${id}`,
    found,
    expected: 'samma scener och kapitel som i storyboard.yaml',
    mend,
  })
  return [
    ...missing.map((id) => problem(id, 'inga ord', 'skriv orden.')),
    ...spare.map((id) => problem(id, 'ord utan scen', 'rätta namnet, eller ta bort orden.')),
  ]
}

function timeProblems(content: Content): Problem[] {
  return languageIds
    .filter((language) => content.film[language])
    .flatMap((language) =>
      filmIn(language, content)
        .cues.filter((cue) => speedOf(cue) > fastest)
        .map((cue) => ({
          file: `content/film/${language}.yaml`,
          field: content.storyboard.scenes[cue.scene]?.id ?? '',
          found: `«${cue.text}» (${speedOf(cue).toFixed(1)} tecken i sekunden)`,
          expected: `högst ${fastest} tecken i sekunden`,
          mend: 'korta raden, eller höj seconds för scenen i storyboard.yaml.',
        })),
    )
}

/** Films that staff have put in: names, size, and captions that can be read. */
export function clipProblems({ clips, addresses }: Content): Problem[] {
  return clips.flatMap(({ file, bytes }) => {
    const at = `content/${file}`
    if (bytes > mostBytes) return [tooLarge(at, bytes)]
    if (file.endsWith('.vtt')) return captionProblems(at)
    const id = file.replace(/^(?:film\/own|sign)\//, '').replace(/\.\w+$/, '')
    const known = file.startsWith('sign/') ? addresses[id] !== undefined : /^[a-z0-9-]+$/.test(id)
    if (/\.(?:mp4|webm)$/.test(file) && known) return withoutCaptions(file, clips)
    return [
      {
        file: at,
        found: file.startsWith('sign/') ? 'inte namnet på en sida' : 'ett namn som inte går',
        expected: 'en fil .mp4 eller .webm. Namn: a–z, 0–9, bindestreck; för teckenspråk sidans id',
        mend: 'byt namn på filen.',
      },
    ]
  })
}

const tooLarge = (file: string, bytes: number): Problem => ({
  file,
  found: `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MiB`,
  expected: 'högst 25 MiB (större filer tar Cloudflare Workers inte emot)',
  mend: 'spara filmen i 720p med omkring 1,5 Mbit/s (H.264), eller dela den i två filer.',
})

function captionProblems(file: string): Problem[] {
  const problem = (found: string) => ({
    file,
    found,
    expected: 'undertexter som WebVTT, med språket i namnet: <filmens namn>.sv.vtt',
    mend: 'spara om filen som WebVTT från programmet där undertexterna gjordes.',
  })
  if (!isLanguage(/\.(\w+)\.vtt$/.exec(file)?.[1] ?? '')) return [problem('ett namn utan språk')]
  try {
    const { cues } = readVtt(readFileSync(join('.', file), 'utf8'))
    return cues.length > 0 ? [] : [problem('inga rader')]
  } catch (error) {
    return [problem(error instanceof Error ? error.message : String(error))]
  }
}

/** RVC's own film is not put out without words for who does not hear it. */
function withoutCaptions(file: string, clips: Content['clips']): Problem[] {
  const base = file.replace(/\.\w+$/, '')
  const has = clips.some((clip) => clip.file.startsWith(`${base}.`) && clip.file.endsWith('.vtt'))
  return has || file.startsWith('sign/')
    ? []
    : [
        {
          file: `content/${file}`,
          found: 'en film utan textning',
          expected: `minst en fil med text till filmen: ${base.split('/').at(-1)}.sv.vtt bredvid den`,
          mend: 'lägg dit textfilen. Den blir också filmen som text under filmen.',
        },
      ]
}
