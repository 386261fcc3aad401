/** One request as a page to keep: everything she sent, every letter, and what staff did. */
import type { Item, LogLine } from '../contact/staff.ts'
import { answersOf } from './answers.ts'
import type { Version } from './opened.ts'
import type { Open } from './RequestView.tsx'
import { actionWords, atHour, detailInWords, languageIn, stateOf } from './words.ts'

interface Whole {
  item: Item
  open: Open
  log: LogLine[]
  /** Number in the case system; empty if none was given. */
  file: string
  /** Who writes it out. */
  who: string
}

const style = `body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}
dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}
td,th{text-align:start;padding:.2rem .6rem .2rem 0;vertical-align:top}`

/** @returns a whole HTML page without script; what she wrote is escaped */
export function exportHtml({ item, open, log, file, who }: Whole): string {
  const { card, letters, earlier } = open
  return `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Ärende ${item.ref}</title><style>${style}</style>
<h1>Ärende ${item.ref}</h1>
<p>Diarienummer/akt: ${escape(file || '–')}. Kom ${atHour(item.hour)}. Läge: ${escape(stateOf(item))}.
Utskrivet av ${escape(who)}, ${atHour(Date.now() / 3_600_000)}. Sekretess: socialtjänsten (OSL 26 kap.).</p>
<h2>Förfrågan</h2>
<p>Läste formuläret på ${escape(languageIn(card.language))}. ${
    card.via === 'plain' ? 'Kom utan JavaScript.' : 'Kom förseglad från hennes webbläsare.'
  }</p>
${answers(open)}
${earlier.map((before) => `<h2>Så stod det förut, från ${atHour(before.hour)}</h2>${answers(before)}`).join('\n')}
<h2>Brev</h2>
<dl>${letters
    .map(({ from, hour, text }) =>
      entry(`${from === 'her' ? 'Hon' : 'Vi'}, ${atHour(hour)}`, text ?? '(går inte att öppna)'),
    )
    .join('')}</dl>
<h2>Logg</h2>
<table><tr><th>När<th>Vem<th>Vad<th>Uppgift</tr>${log.toReversed().map(row).join('')}</table>
`
}

function answers({ card, words }: Pick<Version, 'card' | 'words'>): string {
  if (!card || !words) return '<p>Förseglat innan den som skrev ut hade sin nyckel.</p>'
  const said = answersOf(card, words).map((one) => entry(one.name, one.said))
  return `<dl>${said.join('')}</dl>`
}

const entry = (name: string, text: string) =>
  `<dt>${escape(name)}</dt><dd dir="auto">${escape(text)}</dd>`

const row = ({ hour, who, action, detail }: LogLine) =>
  `<tr><td>${atHour(hour)}<td>${escape(who)}<td>${escape(actionWords[action])}<td>${escape(detailInWords(detail ?? ''))}`

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
