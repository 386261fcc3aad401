import i18next, { type TFunction } from 'i18next'

import ar from '../../content/words/ar.json' with { type: 'json' }
import en from '../../content/words/en.json' with { type: 'json' }
import latt from '../../content/words/latt.json' with { type: 'json' }
import sv from '../../content/words/sv.json' with { type: 'json' }
import { languageIds, original, type Language } from '../model/languages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false
    resources: { translation: typeof sv }
  }
}

/** The words of the interface. Swedish has every key; another language may lack some. */
export const words: Record<Language, Partial<typeof sv>> = { sv, latt, en, ar }

const i18n = i18next.createInstance()
await i18n.init({
  lng: original,
  fallbackLng: original,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    languageIds.map((language) => [language, { translation: words[language] }]),
  ),
})

/** The translator of a language; a missing word is said in Swedish. */
export const translator = (language: Language): TFunction => i18n.getFixedT(language)

/** Keys that `language` lacks and that Swedish stands in for. */
export const missingWords = (language: Language) =>
  Object.keys(sv).filter((key) => !(key in words[language]))
