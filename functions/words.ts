import ar from '../content/contact/ar.json' with { type: 'json' }
import en from '../content/contact/en.json' with { type: 'json' }
import latt from '../content/contact/latt.json' with { type: 'json' }
import sv from '../content/contact/sv.json' with { type: 'json' }
import type { Language } from '../src/model/languages.ts'

/** The words of the form and the code page. */
export const words: Record<Language, typeof sv> = { sv, latt, en, ar }
