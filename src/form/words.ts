/** Words of the form and the code page: flat keys, `{{name}}` where something is put in. */
import type { ReactNode } from 'react'

import { isLanguage, languages } from '../model/languages.ts'

/** `content/contact/<language>.json`. */
export type Words = Record<string, string>
export type Say = (key: string, values?: Record<string, string | number>) => string

/** Says a key in the language of `words`; a key nobody has written shows itself. */
export const sayer =
  (words: Words): Say =>
  (key, values = {}) =>
    (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

/**
 * A text with elements in it, whatever order a language has them in.
 * @param text with `{{name}}` where an element stands
 */
export const around = (text: string, elements: Record<string, ReactNode>): ReactNode[] =>
  text.split(/\{\{(\w+)\}\}/).map((part, at) => (at % 2 ? elements[part] : part))

const intlOf = (language: string) => languages[isLanguage(language) ? language : 'sv'].intl

/** Several answers as people say them, «måndag, tisdag och fredag»: answers and what is between. */
export const listInParts = (items: string[], language: string) =>
  new Intl.ListFormat(intlOf(language), { type: 'conjunction' }).formatToParts(items)

/** A day as people say it: «tisdag 24 november». @param day ISO date */
export const dayInWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(intlOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day))

/** A date with its year: «22 december 2026». @param day ISO date */
export const dateInWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(intlOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  )
