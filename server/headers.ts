import type { Manifest } from './manifest.ts'

/** Pagefind's worker compiles WebAssembly; no other response may. */
export const workerPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`

/** Headers of every response, also of errors, functions and the search index. */
export function headersFor(path: string, { draft, policy }: Pick<Manifest, 'draft' | 'policy'>) {
  return {
    // Nothing of a visit stays on the device: not the page, not which hits a search gave.
    'Cache-Control': 'no-store',
    'Content-Security-Policy': path.endsWith('/pagefind-worker.js') ? workerPolicy : policy,
    // In-site requests keep a referrer (a plain form needs a true Origin); other sites get none.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
    // Brave asks the visitor whether the visit should be kept out of its history.
    'Request-OTR': '1',
    ...(draft ? { 'X-Robots-Tag': 'noindex' } : {}),
  }
}
