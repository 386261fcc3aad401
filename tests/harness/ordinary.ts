/**
 * The same pages as an ordinary website: links and forms that navigate, answers that may be kept,
 * a title that stays, a referrer that is sent. What is asked of our site must fail on this one.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { ports } from './origins.ts'

/** In place of our script: search, as an ordinary page would have it. */
const script = `<script>
document.documentElement.dataset.js = ''
const loaded = import('/app/search.js')
addEventListener('input', async ({ target }) => {
  const { find } = await loaded
  find(target.value, document.querySelector('[data-results]'), 'sv')
})
</script>`

const ordinary = (text: string) =>
  text
    .replaceAll(/cache: ?["']no-store["']/g, '')
    .replace(/<script>.*?<\/script>/s, script)
    .replaceAll(/ (autocomplete="off"|rel="noreferrer[^"]*")/g, '')
    .replaceAll(/ data-search(?=[ >])/g, ' data-search name="q"')

/** Starts the ordinary website, on a port of its own. */
export async function startOrdinary(): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`http://127.0.0.1:${ports.site}${request.url}`)
    const type = answer.headers.get('content-type') ?? ''
    const whole = Buffer.from(await answer.arrayBuffer())
    const body = type.startsWith('text/') ? Buffer.from(ordinary(String(whole))) : whole
    response.statusCode = answer.status
    response.setHeader('Content-Type', type)
    response.setHeader('Cache-Control', 'max-age=3600')
    const brotli = request.headers['accept-encoding']?.includes('br')
    response.setHeader('Content-Encoding', brotli ? 'br' : 'gzip')
    response.end(brotli ? brotliCompressSync(body) : gzipSync(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://ordinary.localhost:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
