import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

import { expect, test } from '@playwright/test'

/** Who may import whom. A folder may always import from itself. */
const allowed: Record<string, string[]> = {
  'src/model': ['src/film', 'src/search'],
  'src/film': [],
  'src/i18n': ['src/model', 'content/words'],
  'src/boot': [],
  'src/data': ['src/model'],
  'src/touch': [],
  'src/contact': [],
  'src/guard': [],
  'src/form': ['src/contact', 'src/guard', 'src/model'],
  'src/inbox': ['content/contact', 'src/contact'],
  'src/search': [],
  'src/cards': [],
  'src/sheets': ['src/guard'],
  'src/two': ['content/words', 'src/styles'],
  'src/voice': [],
  'src/drawings': [],
  'src/components': [
    'src/data',
    'src/drawings',
    'src/film',
    'src/i18n',
    'src/kit',
    'src/model',
    'src/styles',
  ],
  'src/kit': [
    'content/contact',
    'src/components',
    'src/data',
    'src/drawings',
    'src/film',
    'src/form',
    'src/i18n',
    'src/model',
    'src/styles',
  ],
  'src/paper': ['src/drawings', 'src/kit', 'src/model'],
  'src/layouts': ['src/components', 'src/i18n', 'src/model', 'src/styles'],
  'src/pages': [
    'src/components',
    'src/drawings',
    'src/i18n',
    'src/kit',
    'src/layouts',
    'src/model',
    'src/paper',
    'src/styles',
  ],
  functions: ['content/contact', 'src/contact', 'src/form', 'src/model'],
  server: [
    'functions',
    'src/boot',
    'src/contact',
    'src/data',
    'src/film',
    'src/form',
    'src/i18n',
    'src/model',
    'src/search',
  ],
}

/** Imports that break the table, as «file → file». */
function broken(read: (file: string) => string, files: string[]): string[] {
  return files.flatMap((file) => {
    const room = Object.keys(allowed).find((folder) => file.startsWith(`${folder}/`))
    if (!room) return []
    return [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, target = '']) => normalize(join(dirname(file), target)))
      .filter(
        (target) =>
          ![room, ...(allowed[room] ?? [])].some((folder) => target.startsWith(`${folder}/`)),
      )
      .map((target) => `${file} → ${target}`)
  })
}

const files = ['src', 'functions', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|astro)$/.test(name))
    .map((name) => `${folder}/${name}`),
)

test('each folder imports only from those it may', () => {
  expect(broken((file) => readFileSync(file, 'utf8'), files)).toEqual([])
})

test('the check sees an import that breaks the table', () => {
  const wrong = () => `import { app } from '../../server/site.ts'`
  expect(broken(wrong, ['src/model/load.ts'])).toEqual(['src/model/load.ts → server/site.ts'])
})

test('content holds no code', () => {
  const names = readdirSync('content', { recursive: true, withFileTypes: true })
  const wrong = names.filter(
    (entry) => entry.isFile() && !/\.(mdx|yaml|json|mp3|mp4|webm|vtt)$/.test(entry.name),
  )
  expect(wrong.map(({ name }) => name)).toEqual([])
  for (const { parentPath, name } of names.filter(({ name }) => name.endsWith('.mdx')))
    expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toMatch(/^(import|export) /m)
})
