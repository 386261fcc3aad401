/** The closed answers and states as staff read them. */
import type { Card } from '../contact/envelope.ts'
import type { Role } from '../contact/keyfile.ts'
import type { Item, logActions } from '../contact/staff.ts'

/** Question → its name and the name of each answer, in the order they are shown. */
export const questions: Record<string, { name: string; of: Record<string, string> }> = {
  how: {
    name: 'Så vill hon bli nådd',
    of: {
      call: 'Telefonsamtal',
      sms: 'Sms',
      code: 'Bara här, med koden',
      herself: 'Hon ringer eller kommer själv',
    },
  },
  whom: {
    name: 'Skriver för',
    of: {
      self: 'sig själv',
      'other-knows': 'en annan, som vet om det. Kontakta den som skrev.',
      'other-unaware': 'en annan, som INTE vet om det. Kontakta bara den som skrev.',
    },
  },
  own: {
    name: 'Är telefonen bara hennes?',
    of: { yes: 'ja', no: 'NEJ, någon annan ser den', unsure: 'hon vet inte' },
  },
  shown: { name: 'Får synas när vi ringer', of: { hidden: 'dolt nummer', ours: 'vårt nummer' } },
  days: {
    name: 'Säkra dagar',
    of: {
      mon: 'måndag',
      tue: 'tisdag',
      wed: 'onsdag',
      thu: 'torsdag',
      fri: 'fredag',
      sat: 'lördag',
      sun: 'söndag',
    },
  },
  hours: { name: 'Säkra tider', of: {} },
  until: { name: 'Tiderna gäller', of: { week: 'en vecka', date: 'till och med en dag' } },
  untilDate: { name: 'Till och med', of: {} },
  late: { name: 'Om vi blir sena', of: { no: 'RING INTE', yes: 'ring ändå' } },
  voicemail: { name: 'Lämna meddelande', of: { no: 'nej', yes: 'ja' } },
  sayWho: {
    name: 'Säga vilka vi är, när vi vet att det är hon',
    of: { no: 'nej, bara förnamn', yes: 'ja' },
  },
  noAnswer: {
    name: 'Om hon inte svarar',
    of: { stop: 'ring inte igen', next: 'ring nästa säkra tid', sms: 'skicka sms' },
  },
  other: {
    name: 'Om någon annan svarar',
    of: { hangup: 'lägg på', ask: 'säg bara ett förnamn och fråga efter henne' },
  },
  soon: {
    name: 'Händer något snart?',
    of: {
      hearing: 'förhör',
      trial: 'rättegång',
      home: 'den hon är rädd för kommer hem',
      move: 'hon måste flytta',
    },
  },
  soonDate: { name: 'När', of: {} },
  area: {
    name: 'Bor ungefär',
    of: {
      jarva: 'Järva',
      'hasselby-vallingby': 'Hässelby-Vällingby',
      bromma: 'Bromma',
      solna: 'Solna',
      sundbyberg: 'Sundbyberg',
      ekero: 'Ekerö',
      elsewhere: 'någon annanstans',
      unsaid: 'vill inte säga',
    },
  },
  report: { name: 'Polisanmälan', of: { yes: 'ja', no: 'nej', unsaid: 'vill inte säga' } },
  speaks: { name: 'Talar', of: {} },
  reads: { name: 'Läser', of: {} },
  readsPoorly: { name: 'Läser inte så bra', of: { yes: 'ja' } },
  interpreter: {
    name: 'Tolk',
    of: {
      need: 'ja',
      woman: 'kvinna',
      phone: 'på telefon',
      elsewhere: 'får inte bo där hon bor',
      first: 'redan i första samtalet',
    },
  },
  senses: {
    name: 'Tänk på',
    of: { hearing: 'hör dåligt', sign: 'teckenspråk', voice: 'kan inte prata i telefon' },
  },
  woman: { name: 'Vill helst prata med en kvinna', of: { yes: 'ja' } },
}

/** Questions that are not about calling: left out where she is not to be called. */
export const aboutCalls = ['shown', 'late', 'voicemail', 'sayWho', 'noAnswer', 'other']

/** An answer of a card in words; undefined when she has not answered. */
export function inWords(request: Card['request'], question: string): string | undefined {
  const value = (request as Record<string, string | string[] | undefined>)[question]
  const all = [value ?? []].flat()
  if (all.length === 0) return undefined
  const inText = (one: string) => (question === 'hours' ? one.replace('-', '–') : one)
  return all.map((one) => known(questions[question]?.of, one) ?? inText(one)).join(', ')
}

const known = (of: Record<string, string> | undefined, one: string) =>
  of && Object.hasOwn(of, one) ? of[one] : undefined

export const stateWords: Record<Item['state'], string> = {
  new: 'Ny',
  taken: 'Tagen',
  noAnswer: 'Ringt, inget svar',
  interpreter: 'Väntar på tolk',
  referred: 'Hänvisad',
  done: 'Avslutad',
  aside: 'Lagd åt sidan',
}

/** Where a request stands, in a few words. */
export function stateOf(item: Item): string {
  if (item.withdrawn) return 'Tillbakatagen: kontakta inte'
  if (item.state === 'noAnswer') return `Ringt, inget svar (${item.attempts})`
  if (item.state === 'new' && item.readAt !== null && !item.unseen) return 'Läst, ingen har den'
  return stateWords[item.state] + (item.takenBy ? ` av ${item.takenBy}` : '')
}

export const referralWords: Record<NonNullable<Item['referredTo']>, string> = {
  socialtjanst: 'socialtjänsten där hon bor',
  kvinnojour: 'en kvinnojour',
  brottsoffermyndighet: 'Brottsoffermyndigheten',
  polis: 'polisen',
  vard: 'vården',
  annan: 'någon annan',
}

export const takeOverWords = {
  sick: 'Kollegan är sjuk',
  absent: 'Kollegan är borta i dag',
  left: 'Kollegan har slutat',
  agreed: 'Vi har kommit överens',
} as const

export const releaseWords = {
  conflict: 'Jag känner henne eller honom – lämna vidare',
  day: 'Jag hinner inte i dag',
  other: 'Annat skäl',
} as const

export const asideWords = {
  unreadable: 'går inte att öppna med någon nyckel',
  junk: 'skräp',
} as const

export const actionWords: Record<(typeof logActions)[number], string> = {
  take: 'tog',
  takeOver: 'tog över',
  release: 'lämnade tillbaka',
  lapse: 'gick tillbaka vid dagens slut',
  open: 'öppnade texten',
  taken: 'ändrade nästa tid',
  noAnswer: 'ringde, inget svar',
  interpreter: 'väntar på tolk',
  referred: 'hänvisade',
  done: 'avslutade',
  reply: 'svarade',
  export: 'skrev ut för verksamhetssystemet',
  transferred: 'markerade som överförd',
  aside: 'lade åt sidan',
  back: 'tog tillbaka till listan',
  erased: 'gallrad enligt beslut',
  reseal: 'gjorde läsbar för ny kollega',
  admit: 'släppte in',
  remove: 'tog bort',
  changeKey: 'bytte nyckel',
  close: 'stängde formuläret',
  reopen: 'öppnade formuläret',
}

const roles = { staff: '(medarbetare)', manager: '(chef)', recovery: '(reservnyckel)' }

/** A detail is a word of a closed list, sometimes with a name after it, or a name or days. */
export function detailInWords(detail: string): string {
  const known: Record<string, string> = {
    ...referralWords,
    ...takeOverWords,
    ...releaseWords,
    ...asideWords,
  }
  const [word = '', ...rest] = detail.split(': ')
  return [known[word] ?? word, ...rest]
    .join(': ')
    .replace(/\((staff|manager|recovery)\)$/, (_, role: Role | 'recovery') => roles[role])
}

/** The sign-on in front of the inbox has run out. */
export const signInAgain = 'Inloggningen har gått ut. Ladda om sidan och logga in igen.'

const languages: Record<string, string> = {
  sv: 'svenska',
  latt: 'lätt svenska',
  en: 'engelska',
  ar: 'arabiska',
}

/** A language of the form in Swedish; she may have typed anything, so only own names count. */
export const languageIn = (id: string) => (Object.hasOwn(languages, id) ? languages[id] : id) ?? id

/** The languages of the form. */
export const languageIds = Object.keys(languages)

/** How long ago, from hours since 1970. */
export function ago(hour: number, nowHour: number): string {
  const hours = Math.max(0, nowHour - hour)
  if (hours < 1) return 'den senaste timmen'
  if (hours < 24) return `för ${hours} tim sedan`
  const days = Math.floor(hours / 24)
  return days === 1 ? 'i går' : `för ${days} dagar sedan`
}

/** A time agreed, `YYYY-MM-DDTHH:MM`, with the day of the week. */
export function atTime(local: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(Date.parse(`${local}Z`))
  return `${day} kl. ${local.slice(11).replace(':', '.')}`
}

/** An hour since 1970 as the date in Stockholm and the hour it began and ended: no more is known. */
export function atHour(hour: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).formatToParts(Math.floor(hour) * 3_600_000)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const from = Number(part('hour'))
  const two = (of: number) => String(of).padStart(2, '0')
  return `${part('day')} ${part('month')} ${part('year')} kl. ${two(from)}–${two(from + 1)}`
}
