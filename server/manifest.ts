import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

/** What the build tells the server: which files there are, and which headers they need. */
export const Manifest = z.strictObject({
  /** A draft must not be indexed. */
  draft: z.boolean(),
  /** The one policy of all pages, made from the built files. */
  policy: z.string(),
  /** Path → what is served there. */
  files: z.record(
    z.string(),
    z.strictObject({
      /** File below `site/`. */
      file: z.string(),
      type: z.string(),
      /** Encodings that stand beside the file, made once at build. */
      encodings: z.array(z.enum(['br', 'gzip'])),
    }),
  ),
})

export type Manifest = z.infer<typeof Manifest>

/** @throws if `folder` holds no built site */
export function readManifest(folder: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
}
