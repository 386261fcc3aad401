/**
 * The press: makes a PDF of every brochure from its built page, through Chromium. The page is read
 * from the folder of the build and never from the network; its fonts come from npm packages and are
 * put in only here, so that the file holds them and the site does not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright'

import { fileName, formats } from '../src/model/brochures.ts'
import type { BrochureFile } from '../src/model/load.ts'
import { systemChromium } from './chromium.ts'
import { fontFaces } from './fonts.ts'

/** Why there are no PDFs, in Swedish, for the one who builds. */
export interface NoPress {
  why: string
}

/**
 * Starts a browser to print with, before the pages are made: they offer a file only if there will
 * be one. `PDF=no` leaves the files out.
 */
export async function openPress(): Promise<Browser | NoPress> {
  if (process.env['PDF'] === 'no') return { why: 'PDF=no' }
  try {
    const { chromium } = await import('playwright')
    const path = systemChromium() ?? chromium.executablePath()
    if (!existsSync(path)) return { why: `ingen Chromium hittades (${path})` }
    return await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    return { why: `Chromium startade inte: ${first}` }
  }
}

/** How many pages are printed at a time: the build is for two cores. */
const atOnce = 2

/**
 * Prints every brochure into `site/fil/`.
 * @param site the folder of the built site
 * @param pathOfPage where a brochure is read
 * @throws if a text does not fit its paper; staff are told which
 */
export async function printAll(
  press: Browser,
  site: string,
  brochures: BrochureFile[],
  pathOfPage: (brochure: BrochureFile) => string,
): Promise<void> {
  mkdirSync(join(site, 'fil'), { recursive: true })
  const context = await press.newContext({ javaScriptEnabled: false })
  const waiting = [...brochures]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const html = readFileSync(join(site, pathOfPage(next), 'index.html'), 'utf8')
      writeFileSync(join(site, 'fil', fileName(next)), await print(context, next, html))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await context.close()
}

async function print(context: BrowserContext, brochure: BrochureFile, html: string) {
  const page = await context.newPage()
  await lay(page, html, brochure.head.neutral)
  const clipped = await overfull(page)
  if (clipped.length > 0) throw new Error(tooMuch(brochure, clipped))
  const pdf = await page.pdf({
    tagged: true,
    outline: true,
    preferCSSPageSize: true,
    printBackground: true,
  })
  await page.close()
  return undated(pdf, brochure.head.checked)
}

/** Shows a built page as it is printed: with the fonts of the file, and a title that tells nothing. */
export async function lay(page: Page, html: string, title: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  await page.setContent(
    html
      .replace(/<title>.*?<\/title>/, () => `<title>${title}</title>`)
      .replace(/<meta name="description"[^>]*>/, '')
      .replace('</head>', () => `<style>${fontFaces()}</style></head>`),
  )
  await page.evaluate(() => document.fonts.ready)
}

/** Boxes of the paper that hold more than they have room for, counted from 1. */
export const overfull = (page: Page): Promise<number[]> =>
  page.locator('.panel, .card:not(.copy), .strips li').evaluateAll((boxes) =>
    boxes.flatMap((box, at) => {
      const more = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1
      return more ? [at + 1] : []
    }),
  )

const tooMuch = ({ file, head }: BrochureFile, boxes: number[]) =>
  [
    `${file}`,
    `    Fanns:     text som inte får plats i ruta ${boxes.join(', ')} på pappret`,
    `    Väntades:  högst så mycket som formatet ${head.format} rymmer (${formats[head.format].panels} sidor)`,
    '    Gör så:    korta texten.',
  ].join('\n')

/** The same text gives the same file: the hour of the build gives way to the day of the text. */
function undated(pdf: Buffer, day: string): Buffer {
  const stamp = `(D:${day.replaceAll('-', '')}000000+00'00')`
  const dated = pdf
    .toString('latin1')
    .replace(/\((D:\d{14}\+00'00')\)/g, (found) => (found.length === stamp.length ? stamp : found))
  return Buffer.from(dated, 'latin1')
}
