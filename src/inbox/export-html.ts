/** One request as a page to keep: everything she sent, every letter, and what staff did. */
import type { Card } from '../contact/envelope.ts'
import { fields } from '../contact/request.ts'
import type { Item, LogLine } from '../contact/staff.ts'
import type { Open } from './RequestView.tsx'
import { actionWords, atHour, inWords, languageWords, questions, stateOf } from './words.ts'

interface Whole {
  item: Item
  card: Card
  open: Pick<Open, 'words' | 'letters' | 'earlier'>
  log: LogLine[]
  /** Number in the case system; empty if none was given. */
  file: string
  /** Who writes it out. */
  who: string
}

const own: Record<string, string> = {
  number: 'Nummer',
  name: 'Vill kallas',
  word: 'Ordet vi säger',
  wordBack: 'Det hon svarar',
  text: 'Hennes text',
}

/** @returns a whole HTML page without script; what she wrote is escaped */
export function exportHtml({ item, card, open, log, file, who }: Whole): string {
  const { words, letters, earlier } = open
  const answers = fields.flatMap((name): [string, string][] => {
    const said =
      name in own
        ? (words.request as Record<string, string | undefined>)[name]
        : inWords(card.request, name)
    return said ? [[own[name] ?? questions[name]?.name ?? name, said]] : []
  })
  return `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Ärende ${item.ref}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}td,th{text-align:start;padding:.2rem .6rem .2rem 0;vertical-align:top}</style>
<h1>Ärende ${item.ref}</h1>
<p>Diarienummer/akt: ${escape(file || '–')}. Kom ${atHour(item.hour)}. Läge: ${escape(stateOf(item))}.
Utskrivet av ${escape(who)}, ${atHour(Date.now() / 3_600_000)}. Sekretess: socialtjänsten (OSL 26 kap.).</p>
<h2>Förfrågan</h2>
<p>Läste formuläret på ${escape(languageWords[card.language] ?? card.language)}. ${
    card.via === 'plain' ? 'Kom utan JavaScript.' : 'Kom förseglad från hennes webbläsare.'
  }</p>
<dl>${answers.map(([name, said]) => `<dt>${escape(name)}</dt><dd dir="auto">${escape(said)}</dd>`).join('')}</dl>
${
  earlier.length > 0
    ? `<h2>Så stod det förut</h2>${earlier
        .map(
          ({ hour, words: before }) =>
            `<p>${atHour(hour)}</p><dl>${Object.entries(before.request)
              .map(
                ([name, said]) =>
                  `<dt>${escape(own[name] ?? name)}</dt><dd dir="auto">${escape(String(said))}</dd>`,
              )
              .join('')}</dl>`,
        )
        .join('')}`
    : ''
}
<h2>Brev</h2>
<dl>${letters.map(({ from, hour, text }) => `<dt>${from === 'her' ? 'Hon' : 'Vi'}, ${atHour(hour)}</dt><dd dir="auto">${escape(text ?? '(går inte att öppna)')}</dd>`).join('')}</dl>
<h2>Logg</h2>
<table><tr><th>När<th>Vem<th>Vad</tr>${log
    .toReversed()
    .map(
      ({ hour, who: name, action, detail }) =>
        `<tr><td>${atHour(hour)}<td>${escape(name)}<td>${escape(actionWords[action])}${detail ? ` (${escape(detail)})` : ''}`,
    )
    .join('')}</table>
`
}

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
