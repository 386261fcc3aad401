/** `npm run serve`: serves the built product. The production server for one machine. */
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join, resolve } from 'node:path'

import { serve as listen, type HttpBindings } from '@hono/node-server'

import { load } from '../src/model/load.ts'
import { readiness } from '../src/model/ready.ts'
import { openContact, type Contact } from './contact.ts'
import { tellDemonstration } from './demonstration.ts'
import { readManifest } from './manifest.ts'
import { siteApp } from './site.ts'

/**
 * Serves `DIST_DIR` on `HOST`:`PORT` until SIGTERM or SIGINT, then lets running answers end.
 * @throws if nothing has been built, or if what is sent could reach nobody
 */
export async function serve(): Promise<void> {
  const folder = process.env['DIST_DIR'] ?? 'dist'
  const data = process.env['DATA_DIR'] ?? 'data'
  const port = Number(process.env['PORT'] ?? 4321)
  const hostname = process.env['HOST'] ?? '127.0.0.1'
  const trustProxy = Boolean(process.env['TRUST_PROXY'])
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error('Inget är byggt än. Kör npm run build först.')

  const contact = await openContact(folder, data)
  const nobodyReads = contact.demonstration || readManifest(folder).draft
  if (nobodyReads && !['127.0.0.1', '::1', 'localhost'].includes(hostname))
    throw new Error(
      'Ingen läser det som skickas (demonstration eller utkast). Då svarar servern bara på 127.0.0.1.',
    )
  const site = siteApp({ folder, functions: contact.app, trustProxy })
  const server = listen(
    {
      fetch: (request, bindings) => {
        contact.from(request, addressOf((bindings as HttpBindings).incoming, trustProxy))
        return site.fetch(request)
      },
      port,
      hostname,
      serverOptions: patience,
    },
    () => tell(hostname, port, contact),
  ) as Server
  server.maxConnections = 500
  server.keepAliveTimeout = 2000
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} är upptagen. Stäng det andra programmet eller välj en annan: PORT=4400 npm start`
        : error.message,
    )
    process.exit(1)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      server.close(() => {
        contact.close()
        process.exit(0)
      })
      // Idle keep-alive connections would hold the process; running answers are let through.
      server.closeIdleConnections()
      setTimeout(() => process.exit(0), 5000).unref()
    })
}

/** Milliseconds: clients that send a byte a second do not hold connections. */
const patience = { headersTimeout: 5000, requestTimeout: 8000, connectionsCheckingInterval: 1000 }

/** Where a request comes from; behind a proxy, the last address is the one the proxy saw. */
function addressOf(incoming: HttpBindings['incoming'], trustProxy: boolean): string | undefined {
  const forwarded = incoming.headers['x-forwarded-for']
  const last = [forwarded].flat().join(',').split(',').at(-1)?.trim()
  return (trustProxy && last) || incoming.socket.remoteAddress
}

function tell(hostname: string, port: number, { demonstration }: Contact): void {
  const origin = `http://${hostname === '127.0.0.1' ? 'localhost' : hostname}:${port}`
  const data = resolve(process.env['DATA_DIR'] ?? 'data')
  const { must } = readiness(load().content, new Date().toISOString().slice(0, 10))
  const count = must.reduce((sum, { items }) => sum + items.length, 0)
  console.log(`
Relationsvåldscentrum

  Webbplatsen   ${origin}/
  Inkorgen      ${origin}/inkorg/
  Hälsa         ${origin}/api/health
  Data          ${data}
${demonstration ? tellDemonstration(join(data, 'demonstration')) : ''}
`)
  if (count === 0) return
  console.log(`  Utkast: ${count} saker återstår för personalen`)
  for (const { what, items } of must) console.log(`    – ${what}: ${items.length}`)
  console.log('    Hela listan: npm run ready\n')
}

/** `serve`, and a plain word if it cannot. */
export async function serveOrTell(): Promise<void> {
  await serve().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}

if (import.meta.main) await serveOrTell()
