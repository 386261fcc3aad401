/** What staff may write in `content/`, field by field. The comment on a field is its manual. */
import { z } from 'zod'

import { languageIds } from './languages.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/, 'ett id: små bokstäver a–z, siffror och bindestreck')
const day = z.iso.date('ett datum: ÅÅÅÅ-MM-DD')
const sourceIds = z.array(id).min(1, 'minst en källa')
const inEveryLanguage = z.strictObject({
  sv: z.string().min(1),
  latt: z.string().min(1),
  en: z.string().min(1),
  ar: z.string().min(1),
})

/** Staff give dates without quotation marks; YAML then reads a Date. */
const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  day,
)

/** A: seen in an official source. B: printed, staff must confirm. C: never printed. */
export const Mark = z.enum(['A', 'B', 'C'])

/** The head of a page: the lines between the two `---`. */
export const Page = z.strictObject({
  /** The page's only h1 and its name in search results. */
  title: z.string().min(2).max(60),
  /** One calm sentence about what the page gives. */
  description: z.string().min(10).max(160),
  /** Whom the page is written for. */
  audience: z.array(z.enum(['kvinna', 'anhorig', 'organisation', 'personal', 'alla'])).min(1),
  /** The day someone last compared the page with its sources. */
  checked: date,
  /** The day the law told here was read; left out where no law is told. */
  lawAsOf: date.optional(),
  /** Swedish pages: raise by one when the meaning changes. */
  revision: z.int().min(1).optional(),
  /** Translations: the revision of the Swedish page that this text follows. */
  follows: z.int().min(1).optional(),
  /** Translations: who has read it, and when; null until a human translator has. */
  readBy: z
    .strictObject({ name: z.string().min(2), date })
    .nullable()
    .optional(),
  /** Sources of the page as a whole (ids from `content/facts/`). */
  sources: z.array(id),
  /** Claims the text rests on (ids from `content/facts/`). */
  facts: z.array(id),
  /** Pages to read next (ids). */
  related: z.array(id).max(4),
  /** Advice left out because no source carries it; listed by `npm run ready`. */
  waits: z.array(z.string()).optional(),
})

/** The head of a brochure: `content/brochures/<id>/<language>.mdx`. */
export const Brochure = z.strictObject({
  /** Its name on the page of brochures. On the paper stands the text's own `# heading`. */
  title: z.string().min(2).max(60),
  /** One calm sentence about what the paper gives. */
  description: z.string().min(10).max(160),
  /** The number in its address and in the name of its file; both tell nothing. Same in all languages. */
  number: z.int().min(1).max(99),
  /** What a list of downloaded or printed files shows: tells nothing. */
  neutral: z.string().min(2).max(20),
  /** The paper: see `src/model/brochures.ts` for how many `<Panel>` each has. */
  format: z.enum(['fold', 'sheet', 'booklet', 'cards', 'poster', 'leaflet']),
  /** Who takes it. Only `organisation` may have a QR code, and is not asked whether it is safe. */
  audience: z.enum(['kvinna', 'organisation']),
  checked: date,
  lawAsOf: date.optional(),
  revision: z.int().min(1).optional(),
  follows: z.int().min(1).optional(),
  readBy: z
    .strictObject({ name: z.string().min(2), date })
    .nullable()
    .optional(),
  sources: z.array(id),
  facts: z.array(id),
})

const Source = z.strictObject({
  publisher: z.string().min(2),
  title: z.string().min(2),
  url: z.url({ protocol: /^https?$/ }).optional(),
  checked: date,
})

const record = {
  /** One sentence in own words: what the source says. */
  says: z.string().min(5),
  source: sourceIds,
  mark: Mark,
  /** The day of the consolidated text that was read. */
  asOf: date.optional(),
  checked: date,
  /** What staff must confirm; required for B. */
  confirm: z.string().optional(),
}

const Phone = z.strictObject({
  ...record,
  name: z.string().min(2),
  /** As printed: digits and spaces. */
  number: z
    .string()
    .regex(/^[0-9][0-9 -]*$/, 'ett telefonnummer: siffror, mellanslag, bindestreck'),
  kind: z.enum(['emergency', 'police', 'national', 'care', 'authority', 'municipal']),
  /** The day someone rang the number and it was right; null until then. */
  tested: date.nullable(),
})

const Law = z.strictObject(record)

const Limit = z.strictObject({
  ...record,
  value: z.int().min(1),
  unit: z.enum(['hour', 'day', 'week', 'month', 'year']),
  law: z.string().optional(),
})

const Claim = z.strictObject({ ...record, law: z.array(z.string()).optional() })

/** One area of facts: `content/facts/<area>.yaml`. */
export const Area = z.strictObject({
  title: z.string().min(2),
  sources: z.record(id, Source).default({}),
  phones: z.record(id, Phone).default({}),
  laws: z
    .record(z.string().regex(/^\S+ \d+[a-z]?(:\d+[a-z]?)?$/, 'som «RB 45:15»'), Law)
    .default({}),
  limits: z.record(id, Limit).default({}),
  claims: z.record(id, Claim).default({}),
})

/** `content/facts/acts.yaml`: the laws by abbreviation. */
export const Acts = z.strictObject({
  acts: z.record(z.string(), z.strictObject({ name: z.string().min(2), sfs: z.string() })),
})

const text = z.string().min(1).nullable()

/** `content/settings.yaml`: what only RVC knows. `null` = not known; the pages leave it out. */
export const Settings = z.strictObject({
  /** The site's own address, https and no path; best below the municipality's own domain. */
  domain: z.url({ protocol: /^https$/ }).nullable(),
  /** Where the exit leads: answers at once, shows nothing personal. */
  exitTo: z.url({ protocol: /^https$/ }),
  /** The day someone tried the exit on an iPhone and an Android phone. */
  exitTriedOnPhones: date.nullable(),
  /** The committee that answers for RVC and for personal data. */
  host: text,
  address: text,
  phone: text,
  hours: text,
  /** Within how long RVC answers, in words. */
  answerWithin: text,
  whoMayCome: text,
  takesWithoutReport: text,
  interpreterAtRvc: text,
  telephoneInterpreter: text,
  womanOnRequest: text,
  /** What is shown on her phone when RVC rings. */
  callerId: text,
  /** Does RVC tell the police without her yes? */
  tellsPolice: text,
  /** Is there a file on her, and from when? */
  fileKept: text,
  /** Where she can complain. */
  complaint: text,
  /** Working days within which staff answer a request. */
  answerDays: z.int().min(1).max(30).nullable(),
  /** Where requests lie: a server of one's own, or the number of the decision that allows another. */
  hosting: text,
  /** The decision on erasure (gallringsbeslut); without it nothing is ever erased. */
  erasureDecision: text,
  /** Days after the transfer to the case system, by that decision. */
  erasureDays: z.int().min(0).max(3650).nullable(),
})

/** `content/addresses.yaml`: page id → public address, which tells nothing. */
export const Addresses = z.record(id, z.string().regex(/^[a-z0-9-]*(?:\/[a-z0-9-]+)*$/))

/** `content/titles.yaml`: language → page id → title, for pages where Swedish stands in. */
export const Titles = z.partialRecord(z.enum(languageIds), z.record(id, z.string().min(2).max(60)))

/** `content/glossary/<language>.yaml`. */
export const Glossary = z.strictObject({
  terms: z.record(
    id,
    z.strictObject({
      term: z.string(),
      gloss: z.string().optional(),
      says: z.string(),
      forms: z.array(z.string()).optional(),
      law: z.string().nullable().optional(),
      more: id.nullable().optional(),
    }),
  ),
})

/** `content/decide.yaml`: the closed list of what is hers to decide, step by step. */
export const Decide = z.strictObject({
  items: z.record(
    id,
    z.strictObject({ says: inEveryLanguage, law: z.string().nullable(), source: sourceIds }),
  ),
  steps: z.record(id, z.strictObject({ yours: z.array(id).min(1), notYours: z.array(id).min(1) })),
})

/** `content/courtroom.yaml`: who is in the room, and where. */
export const Courtroom = z.strictObject({
  roles: z
    .array(
      z.strictObject({
        id,
        name: inEveryLanguage,
        says: inEveryLanguage,
        seat: z.string(),
        source: sourceIds,
      }),
    )
    .min(8),
  questions: z.array(z.strictObject({ id, q: inEveryLanguage, a: inEveryLanguage })).min(3),
})

/** `content/places.yaml`: names people use → the door that answers. */
export const Places = z.strictObject({
  doors: z.record(
    id,
    z.strictObject({
      name: z.string(),
      says: inEveryLanguage,
      phone: id.nullable(),
      source: z.preprocess((s) => (typeof s === 'string' ? [s] : s), sourceIds),
    }),
  ),
  names: z.array(
    z.strictObject({
      name: z.string(),
      aka: z.array(z.string()).default([]),
      door: id,
      rvc: z.boolean(),
    }),
  ),
})

/**
 * `content/cards.yaml`: cards to show, each one sentence in her language and in Swedish.
 * `{}` in a text is a line for a language; `{112}` a phone number by its name.
 */
export const Cards = z.strictObject({
  /** Where cards are shown; the headings of the page, in order. */
  places: z.record(id, inEveryLanguage),
  cards: z
    .array(
      z.strictObject({
        id,
        /** Where it is used; it stands under the first of them. */
        where: z.array(id).min(1),
        /** A drawing of `src/drawings/Small.astro`. */
        picture: id,
        text: inEveryLanguage,
        /** Wishes to tick on the card. */
        choices: z.array(inEveryLanguage).min(1).optional(),
        /** The right behind it, in one or two sentences; carried by `facts`, whose law is printed. */
        right: inEveryLanguage.optional(),
        facts: z.array(id),
      }),
    )
    .min(10),
  /** Languages to choose: as it is written by those who speak it, and its name in Swedish. */
  languages: z.array(z.strictObject({ own: z.string().min(2), sv: z.string().min(2) })).min(20),
})

/** `content/worksheets.yaml`: sheets that she fills in; what she writes stays in the browser. */
export const Worksheets = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        id,
        title: inEveryLanguage,
        /** What must be known first, each a short paragraph. */
        notes: z.array(inEveryLanguage),
        /** The page that tells more. */
        page: id.optional(),
        /** What one row is called: «Händelse». */
        row: inEveryLanguage.optional(),
        /** Questions of a row; rows can be added. */
        rows: z.array(inEveryLanguage).min(1).optional(),
        /** Lines to tick. */
        checks: z.array(inEveryLanguage).min(1).optional(),
        /** Questions with room for an answer. */
        fields: z.array(inEveryLanguage).min(1).optional(),
        /** Questions without room for an answer: a plan must never be filled in. */
        questions: z.array(inEveryLanguage).min(1).optional(),
        facts: z.array(id),
      }),
    )
    .min(1),
})

/** `content/search/<language>.yaml`: what people type → words that stand on the pages. */
export const Thesaurus = z.strictObject({
  groups: z.array(
    z.strictObject({
      words: z.array(z.coerce.string()).min(1),
      means: z.array(z.coerce.string()).min(1),
      /** The page that tells of it, if there is one. */
      page: id.optional(),
    }),
  ),
})

/** Words in Swedish, and in other languages where someone has written them. */
const inSwedish = z.strictObject({
  sv: z.string().min(5),
  latt: z.string().min(5).optional(),
  en: z.string().min(5).optional(),
  ar: z.string().min(5).optional(),
})

/** What a service is, in the order the directory shows it. */
export const ServiceKind = z.enum([
  'now',
  'line',
  'shelter',
  'social',
  'court',
  'authority',
  'care',
  'group',
  'user',
])

/** Where a service is open to people; `country` is all of Sweden. */
export const ServiceArea = z.enum([
  'country',
  'county',
  'jarva',
  'hasselby-vallingby',
  'bromma',
  'solna',
  'sundbyberg',
  'ekero',
])

const Service = z.strictObject({
  /** Left out where `door` gives it. */
  name: z.string().min(2).optional(),
  /** Who answers for the service: an id under `organisations`. */
  organisation: id,
  kind: ServiceKind,
  /** A door in `content/places.yaml` that gives name, text and phone, so that they stand once. */
  door: id.optional(),
  /** What one gets there, and whom it is for. Left out where `door` gives it. */
  says: inSwedish.optional(),
  /** Runs sheltered housing: nothing that tells where may be written, not even a place on a map. */
  shelter: z.boolean().default(false),
  /** Where it is open to people. */
  area: z.array(ServiceArea).min(1),
  /** Phone numbers, by id in `content/facts/`. Never typed here. */
  phones: z.array(id).default([]),
  /** A source in `content/facts/` whose address people can open. */
  url: id.optional(),
  /** Languages spoken, as in ISO 639, only where a fact says so. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).default([]),
  /** An interpreter can be called in; only where a fact says so. */
  interpreter: z.boolean().default(false),
  /** One need not say one's name; only where a fact says so. */
  anonymous: z.boolean().default(false),
  /** Costs nothing; only where a fact says so. */
  free: z.boolean().default(false),
  /** Ages, only where a fact says so. */
  ages: z.strictObject({ from: z.int().optional(), to: z.int().optional() }).optional(),
  /** Claims that the text rests on, by id in `content/facts/`. */
  facts: z.array(id).default([]),
  /** Sources of the service, by id in `content/facts/`. */
  source: sourceIds,
  /** A or B; C is not shown. */
  mark: Mark,
  /** What staff must confirm; required for B. */
  confirm: z.string().optional(),
  /** The day someone last compared the service with its source. */
  checked: date,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']).default('active'),
})

/** `content/services.yaml`: the directory. There is no field for an address, on purpose. */
export const Services = z.strictObject({
  organisations: z.record(
    id,
    z.strictObject({ name: z.string().min(2), says: z.string().min(5), url: id.optional() }),
  ),
  services: z.record(id, Service),
})

/** `content/changes/<year>.yaml`: what has changed, for those who print and link. */
export const Changes = z.strictObject({
  changes: z.array(
    z.strictObject({
      id,
      /** The day it began to hold; year and month where no more is known. */
      date: z.preprocess(
        (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
        z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/, 'ÅÅÅÅ-MM-DD eller ÅÅÅÅ-MM'),
      ),
      /** The day it was written here. */
      entered: date,
      /** What has changed, in plain words: Swedish, and English where someone has written it. */
      says: inSwedish,
      /** Phones, laws, limits or claims that have changed, by id in `content/facts/`. */
      facts: z.array(z.string()),
      /** Pages that tell of it (ids). */
      pages: z.array(id).default([]),
      /** What to do with printed sheets that came before. */
      printed: z.enum(['throw', 'check', 'keep']),
      /** A phone number that has been replaced, and what it was. */
      number: z.strictObject({ of: id, was: z.string().regex(/^[0-9][0-9 -]*$/) }).optional(),
    }),
  ),
})

/** Where the eye is: [from the side, from above, how near]; the whole drawing is [240, 135, 1]. */
const view = z.tuple([z.number(), z.number(), z.number().min(1).max(1.6)])

/** `content/film/storyboard.yaml`: the pictures of the film in order, once for all languages. */
export const Storyboard = z.strictObject({
  chapters: z.array(id).min(1),
  scenes: z
    .array(
      z.strictObject({
        id,
        chapter: id,
        /** A drawing of `src/film/drawings/`. */
        drawing: id,
        /** How long it is shown. */
        seconds: z.number().min(3).max(30),
        from: view,
        to: view,
      }),
    )
    .min(1),
})

/** `content/film/<language>.yaml`: the words of the film. */
export const FilmWords = z.strictObject({
  chapters: z.record(id, z.string().min(1).max(30)),
  scenes: z.record(
    id,
    z.strictObject({
      /** What the picture shows, for those who do not see it. */
      shows: z.string().min(5),
      /** Lines of the caption, one at a time; `{phone:112}` is the number from `content/facts/`. */
      says: z.array(z.string().min(2).max(80)).min(1),
    }),
  ),
})

/** `content/links.yaml`: words that other sites may put on a link to this one. */
export const Links = z.strictObject({
  /** Says what the link leads to. */
  plain: inEveryLanguage,
  /** Tells nothing to someone who looks over her shoulder. */
  neutral: inEveryLanguage,
  /** A sentence to put beside the link. */
  sentence: inEveryLanguage,
  /** The words on a button, at most 24 letters. */
  button: z.strictObject({
    sv: z.string().max(24),
    latt: z.string().max(24),
    en: z.string().max(24),
    ar: z.string().max(24),
  }),
})

export type Storyboard = z.infer<typeof Storyboard>
export type FilmWords = z.infer<typeof FilmWords>
export type Page = z.infer<typeof Page>
export type Brochure = z.infer<typeof Brochure>
export type Source = z.infer<typeof Source>
export type Phone = z.infer<typeof Phone>
export type Law = z.infer<typeof Law>
export type Limit = z.infer<typeof Limit>
export type Claim = z.infer<typeof Claim>
export type Area = z.infer<typeof Area>
export type Settings = z.infer<typeof Settings>
export type Titles = z.infer<typeof Titles>
export type Glossary = z.infer<typeof Glossary>
export type Decide = z.infer<typeof Decide>
export type Courtroom = z.infer<typeof Courtroom>
export type Places = z.infer<typeof Places>
export type Cards = z.infer<typeof Cards>
export type Worksheets = z.infer<typeof Worksheets>
export type Thesaurus = z.infer<typeof Thesaurus>
export type Services = z.infer<typeof Services>
export type Service = Services['services'][string]
export type Changes = z.infer<typeof Changes>
export type Change = Changes['changes'][number]
export type Links = z.infer<typeof Links>
