/** HTTP requests of every kind, for a server that must stay calm: good ones, bad ones, nonsense. */
import fc from 'fast-check'

import { toText } from '../../src/contact/bytes.ts'
import { inGroups, makeCode } from '../../src/contact/code.ts'
import { messageSize } from '../../src/contact/message.ts'
import { anyForm, anyText, encoded, kindForm } from './arbitraries.ts'
import type { Body } from './client.ts'

export interface Shot {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
  /** `put` and `form` should be taken in; the others may be answered with anything calm. */
  kind: 'put' | 'form' | 'other'
}

const lengthOf = (body: string) => ({ 'Content-Length': String(Buffer.byteLength(body)) })
const json = (method: string, path: string, value: unknown, kind: Shot['kind'] = 'other'): Shot => {
  const body = JSON.stringify(value) ?? ''
  return {
    method,
    path,
    headers: { 'Content-Type': 'application/json', ...lengthOf(body) },
    body,
    kind,
  }
}
const form = (path: string, body: string, kind: Shot['kind'] = 'other'): Shot => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...lengthOf(body) },
  body,
  kind,
})

const language = fc.constantFrom('sv', 'latt', 'en', 'ar')
const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size }).map(toText)
const idText = bytes(16)
const headerText = fc.string({
  unit: fc.integer({ min: 32, max: 126 }).map((n) => String.fromCharCode(n)),
  maxLength: 60,
})

/** A sealed request that should be taken in. */
const put = (make: (id: Uint8Array) => Body) =>
  fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((id) => json('PUT', '/api/requests', make(id), 'put'))

/** The same with something wrong in it. */
const nearlyPut = (make: (id: Uint8Array) => Body) =>
  fc
    .tuple(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.constantFrom('v', 'set', 'id', 'card', 'words', 'proof', 'more'),
      fc.oneof(fc.jsonValue(), anyText(100), bytes(16), fc.constant(undefined)),
    )
    .map(([id, field, value]) => json('PUT', '/api/requests', { ...make(id), [field]: value }))

const headers = fc.dictionary(
  fc.constantFrom(
    'Origin',
    'Sec-Fetch-Site',
    'Content-Type',
    'Accept-Encoding',
    'Accept-Language',
    'Authorization',
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'Range',
    'Expect-CT',
  ),
  fc.oneof(
    headerText,
    fc.constantFrom('null', 'cross-site', 'same-origin', 'https://x.example', 'Bearer x', 'br'),
  ),
  { maxKeys: 4 },
)

const path = fc.oneof(
  fc.webPath(),
  fc
    .string({ unit: fc.constantFrom(...'/.%0aåsv2e-?#&=\\~'), maxLength: 40 })
    .map((text) => `/${encodeURI(text)}`),
  fc.constantFrom(
    '/',
    '/sv/',
    '/sv/kontakt/',
    '/sv/svar/',
    '/inkorg/',
    '/api/health',
    '/api/form',
    '/api/requests',
    '/api/replies',
    '/api/answers',
    '/api/withdrawals',
    '/api/staff',
    '/api/staff/log',
    '/api/staff/people',
    '/api/staff/people/%E0%A4%A',
    '/api/staff/requests/ABCD/open',
    '/%',
    '/%00',
    '/..%2f..%2fetc/passwd',
    '/constructor/kontakt/',
    '/__proto__/svar/',
  ),
)

const anything = fc
  .record({
    method: fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'DELETE',
      'OPTIONS',
      'PATCH',
      'TRACE',
      'PROPFIND',
    ),
    path,
    headers,
    body: fc.option(anyText(400), { nil: undefined }),
  })
  .map(({ method, path, headers, body }): Shot => {
    const bare = method === 'GET' || method === 'HEAD' || method === 'TRACE' || body === undefined
    if (bare) return { method, path, headers, kind: 'other' }
    return { method, path, headers: { ...headers, ...lengthOf(body) }, body, kind: 'other' }
  })

/** A good request with headers that may make it a bad one. */
const withHeaders = (good: fc.Arbitrary<Shot>) =>
  fc.tuple(good, headers).map(([shot, more]): Shot => ({
    ...shot,
    headers: { ...shot.headers, ...more },
    kind: 'other',
  }))

/** A good request that is broken off, too long, or of unknown length. */
const misshapen = (good: fc.Arbitrary<Shot>) =>
  fc
    .tuple(good, fc.constantFrom('short', 'long', 'chunked', 'empty'), fc.nat(1000))
    .map(([shot, how, at]): Shot => {
      const body = shot.body ?? ''
      const type = { 'Content-Type': shot.headers['Content-Type'] ?? '' }
      if (how === 'chunked')
        return { ...shot, headers: { ...type, 'Transfer-Encoding': 'chunked' }, kind: 'other' }
      const other =
        how === 'short' ? body.slice(0, at) : how === 'long' ? body + 'x'.repeat(100_000) : ''
      return { ...shot, headers: { ...type, ...lengthOf(other) }, body: other, kind: 'other' }
    })

const code = fc.oneof(
  { weight: 1, arbitrary: fc.noShrink(fc.constant(null).map(() => inGroups(makeCode()))) },
  { weight: 9, arbitrary: anyText(40) },
)

const byCode = fc
  .record({
    code,
    do: fc.oneof(fc.constantFrom('read', 'answer', 'withdraw'), anyText(8)),
    answer: anyText(900),
  })
  .map((fields) => String(new URLSearchParams(fields)))

const staff = (token: string) =>
  fc
    .record({
      route: fc.constantFrom(
        'take',
        'release',
        'progress',
        'open',
        'replies',
        'exported',
        'transferred',
        'card',
        'nothing',
      ),
      method: fc.constantFrom('POST', 'PUT', 'DELETE'),
      ref: fc.oneof(fc.stringMatching(/^[0-9A-Z]{4}$/), headerText.map(encodeURIComponent)),
      value: fc.oneof(
        fc.jsonValue(),
        fc.record({
          rev: fc.integer(),
          reason: anyText(10),
          state: fc.constantFrom('done', 'taken', 'x'),
        }),
      ),
      token: fc.oneof(fc.constant(token), headerText),
    })
    .map(({ route, method, ref, value, token }): Shot => {
      const shot = json(method, `/api/staff/requests/${ref}/${route}`, value)
      return { ...shot, headers: { ...shot.headers, Authorization: `Bearer ${token}` } }
    })

/**
 * All kinds, mixed.
 * @param make bodies that the server takes in
 * @param token of a member of staff
 */
export function shots(make: (id: Uint8Array) => Body, token: string): fc.Arbitrary<Shot> {
  const good = put(make)
  const kind = fc
    .tuple(language, kindForm)
    .map(([lang, fields]) => form(`/${lang}/kontakt/`, encoded(fields), 'form'))
  const any = fc
    .tuple(language, anyForm)
    .map(([lang, fields]) => form(`/${lang}/kontakt/`, encoded(fields)))
  const hers = fc.oneof(
    idText.map((id) => json('POST', '/api/replies', { id })),
    idText.map((id) => json('POST', '/api/withdrawals', { id })),
    fc
      .tuple(idText, bytes(messageSize))
      .map(([id, message]) => json('POST', '/api/answers', { id, message })),
    fc
      .tuple(fc.constantFrom('replies', 'withdrawals', 'answers'), fc.jsonValue())
      .map(([name, value]) => json('POST', `/api/${name}`, value)),
  )
  const answered = fc.tuple(language, byCode).map(([lang, body]) => form(`/${lang}/svar/`, body))
  return fc.oneof(
    { weight: 70, arbitrary: good },
    { weight: 2, arbitrary: kind },
    { weight: 10, arbitrary: any },
    { weight: 200, arbitrary: nearlyPut(make) },
    { weight: 50, arbitrary: withHeaders(good) },
    { weight: 50, arbitrary: misshapen(fc.oneof(good, hers, any)) },
    { weight: 150, arbitrary: hers },
    { weight: 20, arbitrary: answered },
    { weight: 150, arbitrary: staff(token) },
    { weight: 300, arbitrary: anything },
  )
}
