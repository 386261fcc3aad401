/**
 * Every language of the site. To add one: a line here, a folder in `content/`, a file in
 * `content/words/` and one in `content/glossary/`.
 *
 * `lang` is what browsers and screen readers are told; `intl` is what numbers are printed with.
 * Easy Swedish is Swedish to a screen reader, so it shares `lang`.
 */
export const languages = {
  sv: { name: 'Svenska', lang: 'sv', dir: 'ltr', intl: 'sv-SE' },
  latt: { name: 'Lätt svenska', lang: 'sv', dir: 'ltr', intl: 'sv-SE' },
  en: { name: 'English', lang: 'en', dir: 'ltr', intl: 'en-GB' },
  ar: { name: 'العربية', lang: 'ar', dir: 'rtl', intl: 'ar-u-nu-latn' },
} as const

export type Language = keyof typeof languages

/** Every language, Swedish first. */
export const languageIds = Object.keys(languages) as Language[]

/** The language the site is written in; it stands in where a translation is missing. */
export const original = 'sv' satisfies Language

/** Whether a word from an address names a language. */
export const isLanguage = (word: string): word is Language => word in languages
