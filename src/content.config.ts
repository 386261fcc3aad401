import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

import { Brochure, Page } from './model/schemas.ts'

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

/** What is read on paper: `content/brochures/<id>/<language>.mdx`. */
const brochures = defineCollection({
  loader: glob({
    base: './content/brochures',
    pattern: '*/{sv,latt,en,ar}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: Brochure,
})

export const collections = { pages, brochures }
