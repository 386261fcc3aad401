import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromium, expect, test, type Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'

import { brochuresIn, fileName, formats } from '../../src/model/brochures.ts'
import { joinFacts } from '../../src/model/facts.ts'
import { languageIds, languages } from '../../src/model/languages.ts'
import { load, type BrochureFile } from '../../src/model/load.ts'
import { references } from '../../src/model/markup.ts'
import { lay, openPress, overfull } from '../../server/press.ts'
import { folder, htmlOf, manifest, paths } from '../harness/site.ts'

const { content } = load()
const facts = joinFacts(content)
const brochures = [...content.brochures.values()]
const pathOf = ({ head, language }: BrochureFile) => `/${language}/broschyrer/${head.number}/`
const bytesOf = (brochure: BrochureFile) =>
  readFileSync(join(folder, 'site/fil', fileName(brochure)))
const open = (brochure: BrochureFile) => getDocumentProxy(new Uint8Array(bytesOf(brochure)))

/** Millimetres of a length in points. */
const mm = (points: number) => Math.round((points / 72) * 25.4)

test('there is a file for every brochure and language, served as what it is', () => {
  for (const brochure of brochures) {
    const entry = manifest.files[`/fil/${fileName(brochure)}`]
    expect(entry?.type, brochure.file).toBe('application/pdf')
  }
})

for (const brochure of brochures)
  test(`${brochure.file} is a file that opens, in its language, tagged, with a title that tells nothing`, async () => {
    const { head, language, body } = brochure
    const { width, height, pages } = formats[head.format]
    const pdf = await open(brochure)
    expect(pdf.numPages).toBe(pages)
    for (let number = 1; number <= pages; number++) {
      const [, , across = 0, up = 0] = (await pdf.getPage(number)).view
      expect([mm(across), mm(up)]).toEqual([width, height])
    }
    const { info } = await pdf.getMetadata()
    expect((info as { Title: string }).Title).toBe(head.neutral)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await (await pdf.getPage(1)).getStructTree()).toMatchObject({ role: 'Root' })
    expect(bytesOf(brochure).toString('latin1')).toContain(`/Lang (${languages[language].lang})`)
    const outline = (await pdf.getOutline()) as unknown[] | null
    expect(outline !== null, 'outline').toBe(/^#/m.test(body))
  })

for (const language of languageIds)
  test(`the files hold the numbers of the facts, and their own fonts: ${language}`, async () => {
    for (const brochure of brochures.filter((one) => one.language === language)) {
      const pdf = await open(brochure)
      let text = ''
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number)
        const { items } = await page.getTextContent()
        text += items.map((item) => ('str' in item ? item.str : '')).join(' ')
      }
      for (const name of references(brochure.body).phones)
        expect(text.replaceAll(/\s/g, ''), `${brochure.file} ${name}`).toContain(
          facts.phones[name]?.number.replaceAll(/\s/g, ''),
        )
      if (language === 'ar') expect(text).toMatch(/[\u0600-\u06ff\ufe70-\ufeff]{2}/)
      expect(fontsOf(brochure).foreign, brochure.file).toEqual([])
      expect(fontsOf(brochure).names.length, brochure.file).toBeGreaterThan(0)
    }
  })

/** The fonts a file names, and those among them that are not its own: a part put in has a tag. */
function fontsOf(brochure: BrochureFile) {
  const names = [
    ...bytesOf(brochure)
      .toString('latin1')
      .matchAll(/\/FontName \/(\S+)/g),
  ].map(([, name = '']) => name)
  return { names, foreign: names.filter((name) => !/^[A-Z]{6}\+NotoSans/.test(name)) }
}

test('every text has room on its paper, and the check sees one that has not', async () => {
  const press = await openPress()
  if ('why' in press) throw new Error(press.why)
  const page = await (await press.newContext({ javaScriptEnabled: false })).newPage()
  for (const brochure of brochures) {
    await lay(page, htmlOf(pathOf(brochure)), brochure.head.neutral)
    expect(await overfull(page), brochure.file).toEqual([])
  }
  const first = brochures.find(({ head }) => head.format === 'fold') as BrochureFile
  const longer = htmlOf(pathOf(first)).replace(
    '</section>',
    `<p>${'Mer text. '.repeat(400)}</p></section>`,
  )
  await lay(page, longer, first.head.neutral)
  expect(await overfull(page)).toContain(1)
  await press.close()
})

test('the folder is folded so that its front lies outside and its text is read in order', async () => {
  for (const language of languageIds) {
    const fold = brochuresIn(content, language).find(({ head }) => head.format === 'fold')
    if (!fold || fold.language !== language) continue
    const order = await placesOf(fold)
    const wanted = [5, 6, 1, 2, 3, 4]
    expect(order, language).toEqual(languages[language].dir === 'rtl' ? [1, 6, 5, 4, 3, 2] : wanted)
  }
})

/** Panels from left to right: first those of the outside, then those of the inside. */
async function placesOf(fold: BrochureFile): Promise<number[]> {
  const press = await openPress()
  if ('why' in press) throw new Error(press.why)
  const page: Page = await press.newPage()
  await lay(page, htmlOf(pathOf(fold)), 'x')
  const boxes = await page
    .locator('.panel')
    .evaluateAll((panels) =>
      panels.map((panel, at) => ({ at: at + 1, ...panel.getBoundingClientRect().toJSON() })),
    )
  await press.close()
  return boxes.toSorted((a, b) => a.top - b.top || a.left - b.left).map(({ at }) => at)
}

test('the pattern of the card is on no other page, and the card has no QR code and no address', () => {
  const cards = brochures.filter(({ head }) => head.format === 'cards').map(pathOf)
  const withPattern = paths.filter((path) => /class="tiles"/.test(htmlOf(path)))
  expect(withPattern.sort()).toEqual(cards.sort())
  const [, pattern = ''] = /class="tiles".*?d="([^"]{200,})"/s.exec(htmlOf(cards[0] ?? '')) ?? []
  expect(pattern.length).toBeGreaterThan(200)
  for (const path of paths.filter((path) => !cards.includes(path)))
    expect(htmlOf(path).includes(pattern), path).toBe(false)
  for (const path of cards) {
    const [sheet = ''] = /<article.*<\/article>/s.exec(htmlOf(path)) ?? []
    expect(sheet).not.toMatch(/class="qr"|https?:|Relationsv|RVC/)
    expect(sheet.indexOf('116 016')).toBeLessThan(sheet.indexOf('>112<') + 2000)
  }
})

test('a QR code is printed on sheets for organisations, once there is a domain, and nowhere else', () => {
  const { domain } = content.settings
  const own = brochures.filter(({ head }) => head.audience === 'kvinna').map(pathOf)
  const withCode = paths.filter((path) => htmlOf(path).includes('class="qr"'))
  expect(withCode.length > 0).toBe(domain !== null)
  expect(withCode.filter((path) => own.includes(path))).toEqual([])
})

test('a build without a browser says why, and one is found where there is one', async () => {
  const before = { ...process.env }
  process.env['CHROMIUM'] = '/finns/inte'
  expect(await openPress()).toEqual({ why: expect.stringContaining('ingen Chromium hittades') })
  process.env['PDF'] = 'no'
  expect(await openPress()).toEqual({ why: 'PDF=no' })
  process.env = before
  const press = await openPress()
  if (!('why' in press)) await press.close()
  expect('why' in press).toBe(false)
  expect(chromium.name()).toBe('chromium')
})
