import type { Manifest } from './manifest.ts'

/** Pagefind's worker compiles WebAssembly; no other response may. */
export const workerPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`

type Told = Pick<Manifest, 'draft' | 'policy' | 'frames' | 'open'>

/** Headers of every response, also of errors, functions and the search index. */
export function headersFor(path: string, { draft, policy, frames, open }: Told) {
  const framed = frames[path]
  const isOpen = open.includes(path)
  return {
    // Nothing of a visit stays on the device: not the page, not which hits a search gave.
    'Cache-Control': 'no-store',
    'Content-Security-Policy': path.endsWith('/pagefind-worker.js')
      ? workerPolicy
      : (framed ?? policy),
    // In-site requests keep a referrer (a plain form needs a true Origin); other sites get none.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Pages that may be framed and data that may be reused; of all else, nothing leaves the site.
    'Cross-Origin-Resource-Policy': framed || isOpen ? 'cross-origin' : 'same-origin',
    ...(isOpen ? { 'Access-Control-Allow-Origin': '*' } : {}),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
    // Brave asks the visitor whether the visit should be kept out of its history.
    'Request-OTR': '1',
    ...(draft ? { 'X-Robots-Tag': 'noindex' } : {}),
  }
}
