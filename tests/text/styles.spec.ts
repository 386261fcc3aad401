import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from '@playwright/test'

const css = (file: string) =>
  readFileSync(`src/styles/${file}`, 'utf8').replace(/\/\*.*?\*\//gs, '')
const files = readdirSync('src/styles', { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.css'))

/** Sides of the paper instead of the text: they are wrong in a right-to-left language. */
const physical =
  /(?:^|[\s;{-])(?:left|right)\s*:|(?:margin|padding|border)-(?:left|right|top|bottom)|text-align:\s*(?:left|right)|float:\s*(?:left|right)/

test('the styles use logical sides only', () => {
  for (const file of files) expect(physical.exec(css(file))?.[0], file).toBeUndefined()
})

test('the check sees a physical side', () => {
  for (const wrong of ['a{margin-left:1px}', 'a{left:0}', 'a{text-align: right}'])
    expect(physical.test(wrong), wrong).toBe(true)
})

/** The colours of a block of tokens: the first is light, the one in the media query dark. */
const colours = (text: string) =>
  new Map(
    [...text.matchAll(/--([a-z0-9-]+):\s*(#\w{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )

const [light = '', dark = ''] = css('tokens.css').split('prefers-color-scheme: dark')
const schemes = { light: colours(light), dark: colours(dark) }

/** Contrast of two colours (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map(luminance).toSorted((x, y) => y - x)
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

const grounds = ['paper', 'sheet']
const pairs: [string, string, number][] = [
  ...['ink', 'ink-soft', 'lake', 'wine'].flatMap((text) =>
    grounds.map((ground): [string, string, number] => [text, ground, 7]),
  ),
  ['ink', 'beside-tint', 7],
  ['lake', 'beside-tint', 7],
  ['on-lake', 'lake', 7],
  ['on-wine', 'wine', 7],
  ...['line', 'beside'].flatMap((line) =>
    grounds.map((ground): [string, string, number] => [line, ground, 3]),
  ),
]

for (const [scheme, tokens] of Object.entries(schemes))
  test(`text has a contrast of 7:1 and lines 3:1, ${scheme}`, () => {
    for (const [front, back, least] of pairs) {
      const ratio = contrast(tokens.get(front) ?? '', tokens.get(back) ?? '')
      expect(ratio, `${front} on ${back}`).toBeGreaterThanOrEqual(least)
    }
  })

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1)
})
