import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

/** What the build tells every host. */
export const Manifest = z.strictObject({
  /** A draft must not be indexed, and nobody is to send anything in earnest. */
  draft: z.boolean(),
  /** The one policy of all pages, made from the built files. */
  policy: z.string(),
  /** Paths of the pages that other sites may frame, each with its own policy. */
  frames: z.record(z.string(), z.string()),
  /** Paths of the open data, which other sites may read. */
  open: z.array(z.string()),
  /** Working days within which staff answer. */
  answerDays: z.int().nullable(),
  /** The decided rule of erasure, if there is one. */
  erasure: z.strictObject({ decision: z.string(), days: z.int() }).nullable(),
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
