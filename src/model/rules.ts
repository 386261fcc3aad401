import type { Language } from './languages.ts'

/** The thirteen steps of the legal process, in order. */
export const steps = [
  'innan',
  'anmalan',
  'forhor',
  'bevis',
  'bitrade',
  'kontaktforbud',
  'utredning',
  'beslut',
  'infor',
  'rattegang',
  'dom',
  'ersattning',
  'efter',
].map((name) => `steg/${name}`)

/** Steps where a source tells what RVC does; on the others the section stays out. */
export const stepsWithRvc = [
  'anmalan',
  'forhor',
  'bitrade',
  'utredning',
  'infor',
  'rattegang',
  'dom',
  'ersattning',
].map((name) => `steg/${name}`)

/** The parts of a step, in order. */
export const sections: { is: string; only?: string[] }[] = [
  { is: 'happens' },
  { is: 'who' },
  { is: 'other' },
  { is: 'children' },
  { is: 'letters' },
  { is: 'rvc', only: stepsWithRvc },
  { is: 'checklist' },
  { is: 'ask' },
]

/** The twelve headings she asks with, and where each is answered. */
export const headings: Record<string, string> = {
  'Tar de mina barn?': 'barn',
  'Får han veta?': 'sekretess',
  'Kan jag ta tillbaka?': 'steg/anmalan',
  'Måste jag möta honom?': 'steg/infor',
  'Vad kostar det?': 'sa-gar-det-till',
  'Blir jag utvisad?': 'uppehallstillstand',
  'Vem tolkar?': 'tolk',
  'Var kan jag bo i natt?': 'boende',
  'Vad händer om jag ångrar mig?': 'sa-gar-det-till',
  'Hur lång tid tar det?': 'steg',
  'Tror de på mig?': 'steg/beslut',
  'Vem får läsa?': 'steg/forhor',
}

/** Pages that must be read by a human translator before they are shown in earnest. */
export const criticalPages = [
  'akut',
  'kontakt',
  'svar',
  'sa-gar-det-till',
  'sekretess',
  'saker-surfning',
  'uppehallstillstand',
]

const core = [
  'start',
  'akut',
  'kontakt',
  'svar',
  'sa-gar-det-till',
  'sekretess',
  'tolk',
  'saker-surfning',
]
const formal = [
  'tillganglighet',
  'personuppgifter',
  'kallor',
  'resultat',
  'lanka',
  'yrkesverksamma',
  'samverkan',
  'anmalningsplikt',
  'utbildning',
  'data',
]

/** The highest LIX a page may have. */
export function lixLimit(id: string, language: Language): number {
  if (formal.includes(id)) return 50
  return core.includes(id) || language === 'latt' ? 28 : 35
}
