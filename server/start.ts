/** `npm start`: builds, then serves. Without a good build, the last good site is served. */
import { existsSync } from 'node:fs'

import { build } from './build.ts'
import { serveOrTell } from './serve.ts'

try {
  await build()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (!existsSync(`${process.env['DIST_DIR'] ?? 'dist'}/manifest.json`)) process.exit(1)
  console.error('Visar den senaste versionen som gick att bygga.')
}
await serveOrTell()
