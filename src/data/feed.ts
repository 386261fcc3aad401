/** The list of changes as an Atom feed (RFC 4287). */
import { pathOf } from '../model/site.ts'
import type { Content } from '../model/load.ts'
import type { Change } from '../model/schemas.ts'
import { uuid } from './uuid.ts'

/** Names in the feed never change, also when the site gets or changes its address. */
const urn = (what: string) => `urn:uuid:${uuid(what)}`

/** @returns the feed as XML; links are whole addresses once the settings name a domain */
export function feed({ changes, settings }: Content): string {
  const whole = (path: string) => (settings.domain ? new URL(path, settings.domain).href : path)
  const inOrder = changes.toSorted((a, b) => b.entered.localeCompare(a.entered))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    `<id>${urn('feed/andringar')}</id>`,
    '<title>Relationsvåldscentrum: det som har ändrats</title>',
    `<updated>${moment(inOrder[0]?.entered ?? '2026-11-20')}</updated>`,
    '<author><name>Relationsvåldscentrum</name></author>',
    `<link rel="self" type="application/atom+xml" href="${whole('/data/andringar.xml')}"/>`,
    `<link rel="alternate" type="text/html" href="${whole(pathOf('sv', 'lanka'))}"/>`,
    ...inOrder.map((change) => entry(change, whole)),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ id, date, entered, says, pages, printed }: Change, whole: (p: string) => string) {
  const [first = says.sv] = says.sv.split(/(?<=[.]) /)
  return [
    '<entry>',
    `<id>${urn(`change/${id}`)}</id>`,
    `<title>${xml(first)}</title>`,
    `<updated>${moment(entered)}</updated>`,
    `<link rel="alternate" type="text/html" href="${whole(pathOf('sv', pages[0] ?? 'lanka'))}"/>`,
    `<category term="${printed}"/>`,
    `<summary>${xml(`${says.sv} Gäller från ${date}. ${toDo[printed]}`)}</summary>`,
    ...(says.en ? [`<content type="text" xml:lang="en">${xml(says.en)}</content>`] : []),
    '</entry>',
  ].join('\n')
}

/** What to do with paper that was printed before. */
const toDo: Record<Change['printed'], string> = {
  throw: 'Släng papper från tiden före.',
  check: 'Se efter om ert papper säger något om det.',
  keep: 'Papper kan vara kvar.',
}

const moment = (day: string) => `${day}T00:00:00Z`

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
