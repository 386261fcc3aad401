/** What the build gives the forms: their words, whom to ring, where they are sent. */
import ar from '../../content/contact/ar.json' with { type: 'json' }
import en from '../../content/contact/en.json' with { type: 'json' }
import latt from '../../content/contact/latt.json' with { type: 'json' }
import sv from '../../content/contact/sv.json' with { type: 'json' }
import type { Phone, PlaceProps } from '../form/place.ts'
import type { Words } from '../form/words.ts'
import { printable } from '../model/facts.ts'
import type { Language } from '../model/languages.ts'
import { pathOf, site } from '../model/site.ts'

const words: Record<Language, Words> = { sv, latt, en, ar }

/** Words of the forms; what a translation lacks is said in Swedish. */
export const formWords = (language: Language): Words => ({ ...sv, ...words[language] })

/**
 * @param language language of the address
 * @param written language of the text, where another stands in
 * @param page the page the form stands on
 */
export function formProps(
  language: Language,
  written: Language,
  page: keyof PlaceProps['links'],
): PlaceProps {
  const { callerId, hours, address } = site().content.settings
  const links = { kontakt: pathOf(language, 'kontakt'), svar: pathOf(language, 'svar') }
  return {
    language: written,
    action: links[page],
    phones: phones(),
    ...(callerId ? { callerId } : {}),
    ...(hours ? { hours } : {}),
    ...(address ? { address } : {}),
    links,
  }
}

function phones(): Phone[] {
  const { facts, content } = site()
  const national = ['112', 'kvinnofridslinjen'].map((name) => {
    const phone = printable(facts, 'phones', name)
    return { name: phone.name, number: phone.number }
  })
  const { phone } = content.settings
  return [...national, ...(phone ? [{ name: 'RVC', number: phone, own: true as const }] : [])]
}
