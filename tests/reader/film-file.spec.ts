/** The film as a file for screens: what `npm run film` makes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test, type Page } from '@playwright/test'

import { renderFilm } from '../../server/film.ts'
import { readVtt } from '../../src/film/vtt.ts'
import { filmIn } from '../../src/model/film.ts'
import { load } from '../../src/model/load.ts'
import { openFilm } from '../harness/film-file.ts'

/** Small, so that it is quick; the words of the talk and the change of a scene are in it. */
const part = { from: 40, to: 45, width: 480 }

/** Brightness varies at least so much where something is drawn or written. */
const something = 10

const command = (words: string) =>
  spawnSync('node', ['server/film.ts', ...words.split(' ')], { encoding: 'utf8' })

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

test('the same film is the same file, byte for byte, as large as screens show it', async ({
  page,
}) => {
  const short = { language: 'sv', from: 40, to: 40.6 } as const
  const one = await renderFilm(page, short, folder())
  const two = await renderFilm(page, short, folder())
  expect(readFileSync(one.file).equals(readFileSync(two.file))).toBe(true)
  // A frame that is as the one before it is not drawn again.
  expect(one.drawn).toBeLessThan(one.frames)
  const later = await renderFilm(page, { ...short, from: 40.2, to: 40.8 }, folder())
  expect(readFileSync(one.file).equals(readFileSync(later.file))).toBe(false)
})

test('the command makes the same MP4 twice, where a browser can', () => {
  test.skip(process.platform !== 'linux', 'only there can a process be kept on one core')
  const made = [folder(), folder()].map((to) => {
    const { status, stderr } = command(
      `--language ar --from 40 --to 40.6 --format mp4 --folder ${to}`,
    )
    if (status !== 0) return expect(stderr).toContain('kan inte göra mp4. Pröva --format webm')
    return readFileSync(join(to, 'film.ar.mp4'))
  })
  test.skip(!made[0], 'a browser without H.264: told so')
  expect(made[0]?.subarray(4, 8).toString()).toBe('ftyp')
  expect(made[0]?.equals(made[1] ?? Buffer.alloc(0))).toBe(true)
})

for (const [wrong, told] of [
  ['--from 10 --to 5', '--from ska vara mindre än --to'],
  ['--from ett', '--from ska vara ett tal'],
  ['--width 20', '--width ska vara minst 160'],
  ['--format avi', '--format ska vara webm eller mp4'],
  ['--language tlh', '--language ska vara något av: sv, '],
])
  test(`the command told ${wrong} says what to write`, () => {
    const { status, stderr } = command(`${wrong} --folder ${folder()}`)
    expect(status).toBe(1)
    expect(stderr).toContain(told)
    expect(stderr).not.toContain('    at ')
  })

const pen = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { pen: { font: string; ready: number[] } }).pen)

test('the Arabic lines are written in letters that the film brings, not in those of the machine', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { fillText } = OffscreenCanvasRenderingContext2D.prototype
    OffscreenCanvasRenderingContext2D.prototype.fillText = function (...args) {
      const ready = [...document.fonts].map(({ status }) => Number(status === 'loaded'))
      Object.assign(globalThis, { pen: { font: this.font, ready } })
      return fillText.apply(this, args)
    }
  })
  const second = { from: 40, to: 40.1, width: 480 }
  await renderFilm(page, { language: 'ar', ...second }, folder())
  // Of 400 and 700 of Latin, then of Arabic: the bold Arabic is there when it is written with.
  const arabic = await pen(page)
  expect(arabic.font).toMatch(/^(?:700|bold) .*Paper/)
  expect(arabic.ready[3]).toBe(1)
  await renderFilm(page, { language: 'sv', ...second }, folder())
  expect((await pen(page)).ready).toEqual([0, 1, 0, 0])
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
