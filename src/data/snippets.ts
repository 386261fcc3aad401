/** HTML that others put on their own pages. */
import { languages, type Language } from '../model/languages.ts'
import type { Links } from '../model/schemas.ts'

/** Size of the small page, CSS pixels: the least in which everything shows. */
const frame = { width: 300, height: 220 }

/** A link with words, in one language. Opens in a tab of its own and tells nobody where from. */
export function linkHtml(text: string, address: string, language: Language): string {
  const { lang, dir } = languages[language]
  const way = dir === 'rtl' ? ' dir="rtl"' : ''
  return `<a href="${address}" target="_blank" rel="noreferrer" lang="${lang}" hreflang="${lang}"${way}>${text}</a>`
}

/** The small page in a frame. No sandbox: its own policy forbids script, and numbers must ring. */
export function frameHtml(address: string, { neutral }: Links, language: Language): string {
  return [
    `<iframe src="${address}" title="${neutral[language]}"`,
    `  width="${frame.width}" height="${frame.height}" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
  ].join('\n')
}
