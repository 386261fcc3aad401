import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

import type { Hono } from 'hono'

import { readManifest } from './manifest.ts'
import { pagesApp } from './pages.ts'

interface Options {
  /** Folder of the built product. */
  folder: string
  /** The functions; left out where only pages are asked for. */
  functions?: Hono
  /** Behind a proxy that sets `X-Forwarded-Proto`: then HTTPS is asked for from then on. */
  trustProxy: boolean
}

const brotli = promisify(brotliCompress)

/** The whole product from a folder on this machine, each file read once. */
export function siteApp({ folder, functions, trustProxy }: Options): Hono {
  const memory = new Map<string, Promise<Buffer<ArrayBuffer>>>()
  const packed = new Map<string, { html: Buffer; bytes: ReturnType<typeof brotli> }>()
  let manifest = readManifest(folder)
  let builtAt = statSync(join(folder, 'manifest.json')).mtimeMs

  /** A new build is taken up whole: new pages under the old policy would lose script and style. */
  function takeUpNewBuild(): void {
    const found = statSync(join(folder, 'manifest.json'), { throwIfNoEntry: false })
    if (!found || found.mtimeMs === builtAt) return
    manifest = readManifest(folder)
    builtAt = found.mtimeMs
    memory.clear()
  }

  function contents(file: string) {
    const known =
      memory.get(file) ?? (readFile(join(folder, 'site', file)) as Promise<Buffer<ArrayBuffer>>)
    memory.set(file, known)
    // What could not be read once may be read the next time.
    known.catch(() => memory.delete(file))
    return known
  }

  /** A page is packed once, until it says another day. */
  function compress(path: string, page: ArrayBuffer) {
    const html = Buffer.from(page)
    const known = packed.get(path)
    if (known?.html.equals(html)) return known.bytes
    const bytes = brotli(html)
    packed.set(path, { html, bytes })
    return bytes
  }

  return pagesApp({
    manifest() {
      takeUpNewBuild()
      return manifest
    },
    read: contents,
    ...(functions ? { functions } : {}),
    isSecure: ({ headers }) => trustProxy && headers.get('x-forwarded-proto') === 'https',
    encodings: ({ headers }) => headers.get('accept-encoding') ?? '',
    compress,
  })
}
