import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { check } from '../../src/model/check.ts'
import { load, type Content } from '../../src/model/load.ts'
import { tell } from '../../src/model/problem.ts'

const { content } = load()

function changed(change: (copy: Content) => void): string {
  const copy = structuredClone(content)
  change(copy)
  return check(copy).map(tell).join('\n')
}

test('a right on a card that no fact carries is refused', () => {
  const told = changed((copy) => {
    copy.cards.cards.find(({ right }) => right)!.facts = []
  })
  expect(told).toContain('content/cards.yaml')
  expect(told).toContain('facts som bär rätten')
})

test('a card or a sheet may not rest on a fact that does not exist, or that nobody has seen', () => {
  expect(changed((copy) => copy.cards.cards[0]!.facts.push('finns-inte'))).toContain('«finns-inte»')
  const [used = ''] = content.worksheets.sheets[0]!.facts
  const told = changed((copy) => {
    for (const area of copy.areas) if (area.claims[used]) area.claims[used].mark = 'C'
  })
  expect(told).toContain('content/worksheets.yaml')
})

test('a safety plan that can be filled in is refused', () => {
  const told = changed((copy) => {
    const plan = copy.worksheets.sheets.find(({ questions }) => questions)!
    plan.fields = plan.questions
  })
  expect(told).toContain('en plan får inte kunna fyllas i')
})

/** Code that would stop a reader who leaves, or keep what she wrote. */
const forbidden = /onbeforeunload|['"`]beforeunload|confirm\(|localStorage|sessionStorage|indexedDB/

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|astro)$/.test(name))
    .map((name) => join(folder, name))

test('no script of a reader’s page asks when she leaves, or keeps anything', () => {
  for (const room of ['boot', 'cards', 'sheets', 'two', 'form', 'search', 'voice'])
    for (const file of sources(`src/${room}`))
      expect(forbidden.exec(readFileSync(file, 'utf8'))?.[0], file).toBeUndefined()
  expect(forbidden.test(`addEventListener('beforeunload', ask)`)).toBe(true)
})
