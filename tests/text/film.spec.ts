/** The film before it is shown: its words, its time, its drawings, and the films that staff put in. */
import { expect, test } from '@playwright/test'

import { drawings } from '../../src/film/drawings/drawings.ts'
import { picture } from '../../src/film/motion.ts'
import { lineAt, speedOf } from '../../src/film/timing.ts'
import { readVtt, writeVtt } from '../../src/film/vtt.ts'
import { fastest, length } from '../../src/model/check-film.ts'
import { check } from '../../src/model/check.ts'
import { clipPath } from '../../src/model/clips.ts'
import { filmIn } from '../../src/model/film.ts'
import { languageIds } from '../../src/model/languages.ts'
import { load, type Content } from '../../src/model/load.ts'
import { tell } from '../../src/model/problem.ts'

const { content } = load()

/** What a writer is told after one change. */
function changed(change: (copy: Content) => void): string {
  const copy = structuredClone(content)
  change(copy)
  return check(copy).map(tell).join('\n')
}

const words = (copy: Content, language: 'sv' | 'ar') => {
  const found = copy.film[language]
  if (!found) throw new Error(language)
  return found
}

test('every scene has its words in every language, and time enough to read each line', () => {
  for (const language of languageIds) {
    const { scenes, cues, seconds } = filmIn(language, content)
    expect(seconds).toBeGreaterThanOrEqual(length.least)
    expect(seconds).toBeLessThanOrEqual(length.most)
    for (const { id, shows, says } of scenes) {
      expect(shows.length, `${language} ${id}`).toBeGreaterThan(5)
      expect(says.length, `${language} ${id}`).toBeGreaterThan(0)
    }
    for (const cue of cues)
      expect(speedOf(cue), `${language}: ${cue.text}`).toBeLessThanOrEqual(fastest)
    expect(cues.map(({ text }) => text).join()).not.toContain('{')
  }
})

test('lines follow each other without a gap, to the last second', () => {
  const { cues, seconds } = filmIn('sv', content)
  for (const [i, cue] of cues.entries()) expect(cue.from).toBe(cues[i - 1]?.to ?? 0)
  // Time is summed picture by picture: a hair before a line begins, it is still not empty.
  for (const { from } of cues) expect(lineAt(cues, Math.max(0, from - 5e-7))).not.toBe('')
  expect(cues.at(-1)?.to).toBeCloseTo(seconds)
})

test('a scene without words, a line too fast, an unknown number and a drawing that is none are told', () => {
  expect(changed((copy) => delete words(copy, 'ar').scenes['salen'])).toContain('scenes › salen')
  const fast = changed((copy) => {
    const scene = words(copy, 'sv').scenes['fonstret']
    scene?.says.push('x'.repeat(80), 'y'.repeat(80))
  })
  expect(fast).toContain('högst 15 tecken i sekunden')
  const number = changed((copy) => words(copy, 'sv').scenes['hemmet']?.says.push('{phone:nej}'))
  expect(number).toContain('{phone:nej}')
  const drawing = changed((copy) =>
    Object.assign(copy.storyboard.scenes[0] ?? {}, { drawing: 'x' }),
  )
  expect(drawing).toContain('«x»')
})

/** She may stop talking; she may not stop the police. Said elsewhere it would be false. */
const stop = /\bsluta\b|\bstanna\b|\bstop\b|\bتتوقفي\b|أن تتوقفي/i
const cannot = /inte (?:stoppa|kan)|kan du inte|cannot|لا يمكنكِ/

test('«you may stop» stands only over the pictures of the talk', () => {
  for (const language of languageIds) {
    const { scenes } = filmIn(language, content)
    const may = scenes.filter(({ says }) =>
      says.some((line) => stop.test(line) && !cannot.test(line)),
    )
    expect(
      may.map(({ id }) => id),
      language,
    ).toEqual(['samtalet'])
  }
})

test('the drawings hold no text, no style and no script, and move only in ways that are known', () => {
  for (const [name, drawing] of Object.entries(drawings)) {
    expect(drawing, name).not.toMatch(
      /<text|<tspan|<title|<foreignObject|<image|style=|<script|\bon\w+=/i,
    )
    expect(drawing.replace(/<[^>]*>/g, '').trim(), name).toBe('')
    const scene = content.storyboard.scenes.find((scene) => scene.drawing === name)
    expect(scene, name).toBeDefined()
    if (!scene) continue
    // The same second gives the same picture, another second another.
    const at = (t: number) => picture(drawing, scene, t)
    expect(at(2)).toBe(at(2))
    expect(at(2)).not.toBe(at(3))
    expect(at(2)).not.toMatch(/NaN|undefined/)
  }
})

test('captions are written and read without loss', () => {
  const cues = [
    { from: 0, to: 1.5, text: 'A < B & C' },
    { from: 61.25, to: 3723.004, text: 'två\nrader' },
  ]
  expect(readVtt(writeVtt(cues, 'Filmen'))).toEqual({ title: 'Filmen', cues })
  const own =
    'WEBVTT\r\n\r\nNOTE x\r\n\r\n1\r\n00:01.000 --> 00:02.000 align:start\r\n<v Anna>Hej <i>du</i>\r\n'
  expect(readVtt(own).cues).toEqual([{ from: 1, to: 2, text: 'Hej du' }])
  expect(() => readVtt('1\n00:01 --> 00:02')).toThrow('WEBVTT')
})

test('a film over what Workers takes, or with a name that does not go, is told with what to do', () => {
  const clip = (file: string, bytes = 10) => changed((copy) => copy.clips.push({ file, bytes }))
  const large = clip('film/own/om.mp4', 26 * 1024 * 1024)
  expect(large).toContain('content/film/own/om.mp4')
  expect(large).toContain('26,0 MiB')
  expect(large).toContain('720p')
  expect(clip('film/own/om.mp4')).toContain('en film utan textning')
  const words = { file: 'film/own/om.sv.vtt', bytes: 10 }
  expect(
    changed((copy) => copy.clips.push({ file: 'film/own/om.mp4', bytes: 10 }, words)),
  ).not.toContain('utan textning')
  expect(clip('film/own/Vår film.mp4')).toContain('byt namn')
  expect(clip('film/own/om.mov')).toContain('.mp4 eller .webm')
  expect(clip('sign/steg/anmalan.webm')).toBe('')
  expect(clip('sign/finns-inte.mp4')).toContain('inte namnet på en sida')
})

test('the address of a film tells no more than the address of the page', () => {
  const clips = ['alla', 'misshandel'].map((name) => ({ file: `film/own/${name}.mp4`, bytes: 1 }))
  const path = (file: string) => clipPath({ file }, { ...content, clips })
  expect(path('sign/steg/kontaktforbud.mp4')).toBe('/media/sidor/steg/6.mp4')
  expect(path('sign/start.webm')).toBe('/media/sidor/start.webm')
  // A name that staff chose is not seen.
  expect(path('film/own/misshandel.mp4')).toBe('/media/film-2.mp4')
  expect(path('film/own/misshandel.sv.vtt')).toBe('/media/film-2.sv.vtt')
})
