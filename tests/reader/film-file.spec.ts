/** The film as a file for screens: what `npm run film` makes. */
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { renderFilm } from '../../server/film.ts'
import { readVtt } from '../../src/film/vtt.ts'
import { filmIn } from '../../src/model/film.ts'
import { load } from '../../src/model/load.ts'
import { openFilm } from '../harness/film-file.ts'

/** Small, so that it is quick; the words of the talk and the change of a scene are in it. */
const part = { from: 40, to: 45, width: 480 }

/** Brightness varies at least so much where something is drawn or written. */
const something = 10

const folder = () => mkdtempSync(join(tmpdir(), 'rvc-film-'))

for (const language of ['sv', 'ar'] as const)
  test(`five seconds of the film in ${language} have every frame, a picture and a caption`, async ({
    page,
  }) => {
    const made = await renderFilm(page, { language, ...part }, folder())
    const film = await openFilm(page, made.file, [0.2, 2, 4.8])
    expect(film.seconds).toBeCloseTo(5, 2)
    expect(film.frames).toBe(125)
    for (const { picture, caption } of film.looks) {
      expect(picture).toBeGreaterThan(something)
      expect(caption).toBeGreaterThan(something)
    }
    const { cues } = readVtt(readFileSync(made.captions, 'utf8'))
    const said = filmIn(language, load().content).cues.map(({ text }) => text)
    expect(cues.length).toBeGreaterThan(1)
    expect(said).toEqual(expect.arrayContaining(cues.map(({ text }) => text)))
    expect(Math.max(...cues.map(({ to }) => to))).toBeLessThanOrEqual(5)
  })

test('the same film is the same file, byte for byte', async ({ page }) => {
  const short = { language: 'sv', from: 40, to: 41, width: 480 } as const
  const one = await renderFilm(page, short, folder())
  const two = await renderFilm(page, short, folder())
  expect(readFileSync(one.file).equals(readFileSync(two.file))).toBe(true)
  // A frame that is as the one before it is not drawn again.
  expect(one.drawn).toBeLessThan(one.frames)
})

test('a film whose pen neither draws nor writes is seen to be blank', async ({ page, context }) => {
  const broken = await context.newPage()
  await broken.addInitScript(() => {
    const pen = OffscreenCanvasRenderingContext2D.prototype
    pen.drawImage = () => undefined
    pen.fillText = () => undefined
  })
  const made = await renderFilm(broken, { language: 'sv', ...part, to: 40.2 }, folder())
  // Looked at with a pen that draws.
  await renderFilm(page, { language: 'sv', ...part, to: 40.04 }, folder())
  const { looks } = await openFilm(page, made.file, [0.1])
  expect(looks[0]?.picture).toBeLessThan(1)
  expect(looks[0]?.caption).toBeLessThan(1)
})
