import { expect, test } from '@playwright/test'

import { isLanguage, languageIds, languages } from '../../src/model/languages.ts'
import { pageIn, pathOf } from '../../src/model/site.ts'
import { load } from '../../src/model/load.ts'
import { policyFor } from '../../server/policy.ts'
import { htmlOf, inbox, languageOf, manifest, paths, weightOf } from '../harness/site.ts'

const { content } = load()
const most = 14_000

test(`no page weighs more than ${most} bytes`, () => {
  const heavy = paths
    .map((path) => [path, weightOf(path)] as const)
    .filter(([, bytes]) => bytes > most)
  expect(heavy).toEqual([])
  const sizes = paths.map(weightOf).sort((a, b) => a - b)
  console.log(
    `bytes a page (brotli): median ${sizes[sizes.length >> 1]}, largest ${sizes.at(-1)}, of ${most}`,
  )
})

test('one policy covers every inline block of every page', () => {
  const pages = new Map([...paths, inbox].map((path) => [path, htmlOf(path)]))
  expect(policyFor(pages)).toBe(manifest.policy)
  expect(`content-security-policy: ${manifest.policy}`.length).toBeLessThan(2000)
  expect(manifest.policy).not.toContain('unsafe')
})

test('a page with a style, a handler or a policy of its own is refused', () => {
  for (const wrong of [
    '<p style="color:red">',
    '<p onclick="x()">',
    '<meta http-equiv="Content-Security-Policy">',
  ])
    expect(() => policyFor(new Map([['/x/', wrong]])), wrong).toThrow(/policy/)
  const two = new Map([
    ['/a/', '<style>a{}</style>'],
    ['/b/', '<style>b{}</style>'],
  ])
  expect(() => policyFor(two)).toThrow(/share one/)
})

/** Every `href` of a page, with the page it stands on. */
const links = paths.flatMap((path) =>
  [...htmlOf(path).matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href = '']) => ({ path, href })),
)

test('every link in the site leads to a page that exists', () => {
  const lost = links
    .filter(({ href }) => href.startsWith('/'))
    .filter(({ href }) => !manifest.files[new URL(href, 'http://x').pathname])
  expect(lost).toEqual([])
  expect(links.length).toBeGreaterThan(1000)
})

test('every link to a place on a page finds it', () => {
  const lost = links
    .filter(({ href }) => href.includes('#') && !href.startsWith('http'))
    .filter(({ path, href }) => {
      const [page, id] = href.split('#')
      return !htmlOf(page || path).includes(`id="${id}"`)
    })
  expect(lost).toEqual([])
})

test('links stay in the language of the frame', () => {
  const strayed = links.filter(({ path, href }) => {
    const [, first = ''] = href.split('/')
    const inPicker = new RegExp(`<a href="${href}" lang=`).test(htmlOf(path))
    return (
      href.startsWith('/') &&
      path !== '/' &&
      isLanguage(first) &&
      first !== languageOf(path) &&
      !inPicker
    )
  })
  expect(strayed).toEqual([])
})

test('a link to another site opens in a new tab and tells it nothing', () => {
  for (const path of paths)
    for (const [tag] of htmlOf(path).matchAll(/<a\s[^>]*href="https?:[^>]*>/g))
      expect(tag, path).toMatch(
        tag.includes('data-exit') ? /rel="noreferrer/ : /target="_blank" rel="noreferrer"/,
      )
})

test('Swedish that stands in is marked with its language, direction and one sentence', () => {
  for (const language of languageIds)
    for (const id of Object.keys(content.addresses)) {
      const html = htmlOf(pathOf(language, id))
      const { language: written } = pageIn(language, id)
      const [, attributes = ''] = /<main([^>]*)>/.exec(html) ?? []
      expect(attributes).toContain(
        `lang="${languages[written].lang}" dir="${languages[written].dir}"`,
      )
      const [above = ''] = html.split('<main')
      expect((above.match(/class="notice"/g) ?? []).length, `${language} ${id}`).toBe(
        language === 'sv' ? 0 : 1,
      )
    }
})

test('a draft says so on every page', () => {
  test.skip(!manifest.draft, 'the site is no draft')
  for (const path of paths) expect(htmlOf(path), path).toContain('class="draft"')
})

test('nothing printed is marked C', () => {
  const unseen = content.areas.flatMap((area) =>
    (['phones', 'claims'] as const).flatMap((kind) =>
      Object.values(area[kind]).filter(({ mark }) => mark === 'C'),
    ),
  )
  for (const path of paths)
    for (const fact of unseen) {
      expect(htmlOf(path), path).not.toContain(fact.says)
      if ('number' in fact) expect(htmlOf(path), path).not.toContain(fact.number)
    }
})
