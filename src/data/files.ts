/** The open data: every file below `/data/`. Others may read them from their own sites. */
import type { Facts } from '../model/facts.ts'
import type { Content } from '../model/load.ts'
import { organizations, services } from './export.ts'
import { feed } from './feed.ts'
import { Organizations, Services } from './hsds.ts'
import { csv, numberRows } from './numbers.ts'

interface DataFile {
  name: string
  type: string
  /** What is in it, in Swedish. */
  says: string
  text(content: Content, facts: Facts): string
}

/** A list as the HSDS API gives it, whole. */
const paged = <T>(contents: T[]) => ({
  total_items: contents.length,
  total_pages: 1 as const,
  page_number: 1 as const,
  size: contents.length,
  first_page: true as const,
  last_page: true as const,
  empty: contents.length === 0,
  contents,
})

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

export const dataFiles: DataFile[] = [
  {
    name: 'services.json',
    type: 'application/json',
    says: 'Tjänster enligt Open Referral HSDS 3, hela tjänsten i varje rad.',
    // Parsed by the schema of what is exported: a build with a wrong export fails.
    text: (content, facts) => json(Services.parse(paged(services(content, facts)))),
  },
  {
    name: 'organizations.json',
    type: 'application/json',
    says: 'Organisationerna bakom tjänsterna, enligt HSDS 3.',
    text: (content, facts) => json(Organizations.parse(paged(organizations(content, facts)))),
  },
  {
    name: 'nummer.csv',
    type: 'text/csv',
    says: 'Telefonnummer med vem de är till för, källa, dagen då numret lästes och dagen då någon ringde.',
    text: (_, facts) => csv(numberRows(facts)),
  },
  {
    name: 'nummer.json',
    type: 'application/json',
    says: 'Samma nummer som JSON.',
    text: (_, facts) => json(numberRows(facts)),
  },
  {
    name: 'andringar.json',
    type: 'application/json',
    says: 'Listan över ändringar, med uppgifternas id.',
    text: ({ changes }) => json(changes),
  },
  {
    name: 'andringar.xml',
    type: 'application/atom+xml',
    says: 'Samma lista som Atom-flöde, att prenumerera på.',
    text: (content) => feed(content),
  },
]
