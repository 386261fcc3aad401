/** A built page with something else in the place of its form, for readers without JavaScript. */
import type { Language } from '../src/model/languages.ts'
import type { FormState } from '../src/contact/wire.ts'
import { dateInWords, dayInWords, sayer } from '../src/form/words.ts'
import { words } from './words.ts'

/** From the place's own style, which stays, to the mark that ends it. */
const place =
  /(<div data-contact-place[^>]*>\s*(?:<style[^>]*>[\s\S]*?<\/style>)?)[\s\S]*?(<\/div>\s*<i data-contact-end)/

/**
 * Puts `inner` in the place of the form.
 * @param alone the rest of the page's text is hidden: she has sent, and need not see it all again
 * @throws if the page has no such place
 */
export function withInPlace(html: string, inner: string, alone = false): string {
  if (!place.test(html)) throw new Error('the page has no place for a form')
  const filled = html.replace(place, (_, start: string, end: string) => start + inner + end)
  return alone ? filled.replace('<main ', '<main data-sent ') : filled
}

/** Shows of the notices above the form the one that holds now, and hides the others. */
export function withState(
  html: string,
  { state, from, to }: Pick<FormState, 'state' | 'from' | 'to'>,
  language: Language,
): string {
  return html
    .replace(/data-form-state="(\w+)"(?: hidden(?:="")?)?/g, (_, which: string) =>
      which === state ? `data-form-state="${which}"` : `data-form-state="${which}" hidden`,
    )
    .replace(/(<time data-(from|to)[^>]*>)[^<]*/g, (whole, start: string, which: string) => {
      const day = which === 'from' ? from : to
      return day ? start + dateInWords(day, language) : whole
    })
}

/** Says of a built page, where she sends, by which day she hears from staff. @param by ISO date */
export function withDay(html: string, by: string, language: Language): string {
  const said = sayer(words[language])('send.readBy', { by: dayInWords(by, language) })
  return html.replace(/<li data-by="">[^<]*/, () => `<li data-by="${by}">${said}`)
}
