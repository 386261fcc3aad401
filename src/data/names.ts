/** Swedish names of kinds and areas, for the data that others read. */
import type { Service } from '../model/schemas.ts'

export const kindNames: Record<Service['kind'], { name: string; description: string }> = {
  now: { name: 'Fara nu', description: 'Nödnumret och polisen.' },
  line: { name: 'Stödlinje', description: 'Någon att prata med, i hela landet.' },
  shelter: {
    name: 'Kvinnojour',
    description: 'Jourers öppna dörr: telefon och webb, aldrig plats.',
  },
  social: { name: 'Socialtjänst', description: 'Kommunens eller stadsdelens socialtjänst.' },
  court: { name: 'Domstol och åklagare', description: 'De som prövar och för ett brottmål.' },
  authority: { name: 'Myndighet', description: 'Andra myndigheter som kan behövas.' },
  care: { name: 'Vård', description: 'Råd och vård.' },
  group: { name: 'Stöd för vissa', description: 'För unga, män, hbtqi-personer och vid heder.' },
  user: { name: 'För den som använder våld', description: 'Hjälp att sluta.' },
}

/** Browsers and Node know no name of Swedish sign language. */
const signed: Record<string, string> = {
  sv: 'svenskt teckenspråk',
  en: 'Swedish Sign Language',
  ar: 'لغة الإشارة السويدية',
}

/** @param intl language and region of the reader, as `Intl` takes it */
export const languageName = (code: string, intl: string): string =>
  code === 'swl'
    ? (signed[intl.slice(0, 2)] ?? 'svenskt teckenspråk')
    : (new Intl.DisplayNames(intl, { type: 'language' }).of(code) ?? code)

export const areaNames: Record<Service['area'][number], string> = {
  country: 'Sverige',
  county: 'Stockholms län',
  jarva: 'Järva, Stockholm',
  'hasselby-vallingby': 'Hässelby-Vällingby, Stockholm',
  bromma: 'Bromma, Stockholm',
  solna: 'Solna',
  sundbyberg: 'Sundbyberg',
  ekero: 'Ekerö',
}
