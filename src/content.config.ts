import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

import { Page } from './model/schemas.ts'

/**
 * What a reader reads: `content/<language>/<id>.mdx`.
 * A wrong field is told in plain Swedish by `server/check.ts` before Astro starts; the schema
 * stands here too, so that the editor knows it and `npm run dev` refuses the same things.
 */
const pages = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{sv,latt,en,ar}/**/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: Page,
})

export const collections = { pages }
