/** Films are handed out in parts, so that a browser can jump in them. */
import fc from 'fast-check'
import { expect, test } from '@playwright/test'

import type { Manifest } from '../../server/manifest.ts'
import { pagesApp } from '../../server/pages.ts'
import { partOf, rangeOf } from '../../server/ranges.ts'

const film = Uint8Array.from({ length: 1000 }, (_, n) => n % 251)
const manifest: Manifest = {
  draft: false,
  frames: {},
  open: [],
  policy: `default-src 'none'`,
  answerDays: null,
  erasure: null,
  files: {
    '/media/om.mp4': { file: 'om.mp4', type: 'video/mp4', encodings: [] },
    '/sv/': { file: 'sv.html', type: 'text/html; charset=utf-8', encodings: [] },
  },
}
const app = pagesApp({
  manifest: () => manifest,
  read: async () => film,
  isSecure: () => true,
  encodings: () => 'br, gzip',
})
const ask = async (range?: string, path = '/media/om.mp4', method = 'GET') => {
  const answer = await app.request(path, { method, headers: range ? { Range: range } : {} })
  return { answer, body: new Uint8Array(await answer.arrayBuffer()) }
}

test('a film is whole, and says that it can be asked for in parts', async () => {
  const { answer, body } = await ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('accept-ranges')).toBe('bytes')
  expect(answer.headers.get('content-length')).toBe('1000')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(body).toEqual(film)
})

for (const [range, first, last] of [
  ['bytes=0-0', 0, 0],
  ['bytes=10-19', 10, 19],
  ['bytes=990-', 990, 999],
  ['bytes=990-5000', 990, 999],
  ['bytes=-5', 995, 999],
  ['bytes=-5000', 0, 999],
] as const)
  test(`${range} gives its bytes`, async () => {
    const { answer, body } = await ask(range)
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/1000`)
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1))
    expect(body).toEqual(film.slice(first, last + 1))
  })

test('what is not there cannot be had', async () => {
  for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
    const { answer, body } = await ask(range)
    expect(answer.status, range).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */1000')
    expect(body).toHaveLength(0)
  }
})

test('what cannot be read, or asks for several parts, gives the whole', async () => {
  for (const range of ['bytes=5-2', 'bytes=0-1,5-6', 'bytes=a-b', 'lines=1-2', 'bytes=-', 'bytes'])
    expect((await ask(range)).answer.status, range).toBe(200)
})

test('HEAD tells of the whole and hands out nothing', async () => {
  const { answer, body } = await ask('bytes=0-9', undefined, 'HEAD')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-length')).toBe('1000')
  expect(answer.headers.get('accept-ranges')).toBe('bytes')
  expect(body).toHaveLength(0)
})

test('a page is never handed out in parts', async () => {
  const { answer, body } = await ask('bytes=0-9', '/sv/')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('accept-ranges')).toBeNull()
  expect(body).toHaveLength(1000)
})

test('whatever is asked, a part is a part of the file and says truly which', () => {
  const number = fc.oneof(fc.nat(60), fc.nat(), fc.constant(''))
  fc.assert(
    fc.property(fc.nat(50), number, number, fc.string(), (size, from, to, noise) => {
      const file = Uint8Array.from({ length: size }, (_, n) => n)
      for (const header of [`bytes=${from}-${to}`, `bytes=${noise}`, noise]) {
        const range = rangeOf(header, size)
        const { status, body, headers } = partOf(header, file)
        if (range === 'whole') expect([status, body]).toEqual([200, file])
        else if (range === 'outside') expect([status, body]).toEqual([416, null])
        else {
          expect(0 <= range.first && range.first <= range.last && range.last < size).toBe(true)
          expect(status).toBe(206)
          expect(body).toEqual(file.slice(range.first, range.last + 1))
          const told = `bytes ${range.first}-${range.last}/${size}`
          expect('Content-Range' in headers && headers['Content-Range']).toBe(told)
        }
      }
    }),
    { numRuns: 500 },
  )
})
