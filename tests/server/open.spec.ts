/** What other sites may do: read the open data, frame the small page, and nothing else. */
import { expect, test } from '@playwright/test'

import { framePolicy, policyFor } from '../../server/policy.ts'
import { siteApp } from '../../server/site.ts'
import { folder, htmlOf, manifest } from '../harness/site.ts'
import { openDesk } from '../harness/store.ts'

const site = siteApp({ folder, functions: (await openDesk()).app, trustProxy: false })
const headers = async (path: string) =>
  (await site.request(`http://rvc.example${path}`, { method: 'GET' })).headers

test('the open data, and only it, may be read by other sites', async () => {
  expect(manifest.open.length).toBeGreaterThan(4)
  for (const path of [...Object.keys(manifest.files), '/sv/finns-inte/', '/data/finns-inte.json']) {
    const got = await headers(path)
    const open = manifest.open.includes(path)
    expect(got.get('access-control-allow-origin'), path).toBe(open ? '*' : null)
    const crossOrigin = open || path in manifest.frames
    expect(got.get('cross-origin-resource-policy'), path).toBe(
      crossOrigin ? 'cross-origin' : 'same-origin',
    )
  }
})

test('each file of the open data says what it is', async () => {
  for (const path of manifest.open)
    expect((await headers(path)).get('content-type'), path).toMatch(
      /^(application\/json|text\/csv|application\/atom\+xml); charset=utf-8$/,
    )
})

test('the small page, and only it, may be framed; it runs, sends and fetches nothing', async () => {
  expect(Object.keys(manifest.frames)).toHaveLength(4)
  for (const path of Object.keys(manifest.files)) {
    const policy = (await headers(path)).get('content-security-policy') ?? ''
    if (path in manifest.frames) {
      expect(policy, path).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; img-src data:;/)
      expect(policy, path).toContain("form-action 'none'; frame-ancestors *")
      expect(policy, path).not.toMatch(/script|connect|self|unsafe/)
      expect(framePolicy(path, htmlOf(path))).toBe(policy)
    } else if (!path.endsWith('pagefind-worker.js'))
      expect(policy, path).toContain("frame-ancestors 'none'")
  }
})

test('a framed page with a script, a form or a link in place is refused', () => {
  for (const wrong of [
    '<script>x()</script>',
    '<form action="/x">',
    '<input>',
    '<img src="x">',
    '<p onclick="x()">',
    '<p style="color:red">',
    '<link rel="stylesheet" href="x">',
    '<a href="/sv/">x</a>',
    '<a href="/sv/" target="_blank">x</a>',
  ])
    expect(() => framePolicy('/x/', wrong), wrong).toThrow('/x/')
  for (const right of [
    '<a href="/sv/" target="_blank" rel="noreferrer">x</a>',
    '<a class="danger" href="tel:112">112</a>',
  ])
    expect(() => framePolicy('/x/', right), right).not.toThrow()
})

const head = '<style>a{}</style><body>'
const hashes = (html: string) =>
  (
    policyFor(new Map([['/x/', head + html]]))
      .match(/script-src[^;]*/)?.[0]
      .match(/sha256/g) ?? []
  ).length

test('data for programs needs no place in the policy; a script does, whatever it calls itself', () => {
  expect(hashes('<script type="application/ld+json">{"a":1}</script>')).toBe(0)
  expect(hashes('<script>x()</script>')).toBe(1)
  // A type that runs, one that only looks like data, and one where browsers take the first of two.
  for (const type of ['type="module"', 'type="text/javascript"', 'data-type="application/ld+json"'])
    expect(hashes(`<script ${type}>x()</script>`), type).toBe(1)
  expect(hashes('<script type="module" type="application/ld+json">x()</script>')).toBe(1)
  expect(() => hashes('<script type="application/ld+json">x()</script>')).toThrow('no JSON')
})
