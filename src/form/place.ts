/** What the built page gives a form, beside its words. Stands as JSON in `data-props` of its place. */

export interface Phone {
  name: string
  number: string
  /** RVC's own: the one to ring about what was sent. */
  own?: true
}

export interface PlaceProps {
  /** Language of the words. */
  language: string
  /** Where the form without JavaScript is sent: the page's own address. */
  action: string
  /** 112 first, then who else one may talk with. */
  phones: Phone[]
  /** What is shown when staff call, as staff have written it, in Swedish. */
  callerId?: string
  /** When RVC answers, and where it is, as staff have written it, in Swedish. */
  hours?: string
  address?: string
  /** Addresses of the page with the form and of the page for replies. */
  links: { kontakt: string; svar: string }
}

/** Whether anyone reads what is sent; the days are ISO dates. */
export interface Reading {
  state: 'open' | 'nobody' | 'closed'
  closed?: { from: string; to: string }
}

/** RVC's own number, if staff have given one. */
export const ownNumber = (phones: Phone[]) => phones.find(({ own }) => own)?.number

/** Whom she may ring when nothing else works: RVC, else a national line. */
export const toRing = (phones: Phone[]): Pick<Phone, 'number'> =>
  phones.find(({ own }) => own) ?? phones[1] ?? phones[0] ?? { number: '112' }

/** Reads the props from the HTML of a built page. @throws if it has no place for a form */
export function propsIn(html: string): PlaceProps {
  const json = /<div data-contact-place[^>]* data-props="([^"]*)"/.exec(html)?.[1]
  if (json === undefined) throw new Error('the page has no place for a form')
  return JSON.parse(
    json
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replace(/&#(?:39|x27);/g, "'")
      .replaceAll('&amp;', '&'),
  ) as PlaceProps
}
