/** `npm run serve`: serves the built product. The production server for one machine. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { serve as listen } from '@hono/node-server'

import { load } from '../src/model/load.ts'
import { readiness } from '../src/model/ready.ts'
import { siteApp } from './site.ts'

/**
 * Serves `DIST_DIR` on `HOST`:`PORT` until SIGTERM or SIGINT, then lets running answers end.
 * @throws if nothing has been built
 */
export function serve(): void {
  const folder = process.env['DIST_DIR'] ?? 'dist'
  const port = Number(process.env['PORT'] ?? 4321)
  const hostname = process.env['HOST'] ?? '127.0.0.1'
  if (!existsSync(`${folder}/manifest.json`))
    throw new Error('Inget är byggt än. Kör npm run build först.')

  const site = siteApp({ folder, trustProxy: Boolean(process.env['TRUST_PROXY']) })
  const server = listen({ fetch: site.fetch, port, hostname }, () => tell(hostname, port))
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
      server.close(() => process.exit(0))
      // Idle keep-alive connections would hold the process; running answers are let through.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(() => process.exit(0), 5000).unref()
    })
}

function tell(hostname: string, port: number): void {
  const { must } = readiness(load().content, new Date().toISOString().slice(0, 10))
  const count = must.reduce((sum, { items }) => sum + items.length, 0)
  console.log(`
Relationsvåldscentrum

  Webbplatsen   http://${hostname === '127.0.0.1' ? 'localhost' : hostname}:${port}/
  Hälsa         http://${hostname === '127.0.0.1' ? 'localhost' : hostname}:${port}/api/health
  Data          ${resolve(process.env['DATA_DIR'] ?? 'data')} (inget sparas än)
`)
  if (count === 0) return
  console.log(`  Utkast: ${count} saker återstår för personalen`)
  for (const { what, items } of must) console.log(`    – ${what}: ${items.length}`)
  console.log('    Hela listan: npm run ready\n')
}

if (import.meta.main) serve()
