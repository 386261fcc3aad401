/** Puts what was measured side by side. */
import { worksAt, type Works } from './behaviour.ts'
import { govukBytes, ourBytes } from './bytes.ts'
import { govuk, govukToo, ours, type Candidate } from './places.ts'
import type { Series } from './speed.ts'
import { ms, quantile, ratio, table } from './tables.ts'
import { backAndForward, leftBy, type Left } from './traces.ts'

/** Times as median / 95th percentile, and in how many pairs ours was the first to hide. */
export function speedTable(all: Series[]): string {
  const head = [
    'ms to hidden: median / p95',
    'R, this site',
    'G, GOV.UK',
    'R/G: median / p95',
    'R first',
  ]
  const row = (name: string, mine: number[], theirs: number[]) => {
    const of = (part: number) => [quantile(mine, part), quantile(theirs, part)] as const
    const [median, late] = [of(0.5), of(0.95)]
    if (theirs.length === 0)
      return [name, `${ms(median[0])} / ${ms(late[0])}`, 'has none', '–', `– (n = ${mine.length})`]
    const first = mine.filter((time, pair) => time < (theirs[pair] ?? Infinity)).length
    return [
      name,
      `${ms(median[0])} / ${ms(late[0])}`,
      `${ms(median[1])} / ${ms(late[1])}`,
      `${ratio(...median)} / ${ratio(...late)}`,
      `${first} of ${mine.length}`,
    ]
  }
  const rows = all.flatMap(({ way, slowed, times }) => {
    const since = (one: Candidate) => (times.get(one) ?? []).map((time) => time?.since ?? Infinity)
    const up = (times.get(govuk) ?? []).map((time) => time?.sinceUp ?? Infinity)
    const name = `${way}, CPU ${slowed}×`
    if (way !== 'Shift ×3') return [row(name, since(ours), since(govuk))]
    return [
      row(`${name}, from the last key down`, since(ours), since(govuk)),
      row(`${name}, G from the last key up`, since(ours), up),
    ]
  })
  return table(head, rows)
}

/** What is left, what Back and Forward show; with a second GOV.UK that sends our headers. */
export async function traceTable(): Promise<string> {
  const candidates = [ours, govuk, govukToo]
  const rows: (string | number)[][] = []
  for (const end of ['exit', 'tab closed'] as const) {
    const all = await Promise.all(candidates.map((candidate) => leftBy(candidate, end)))
    const add = (what: string, key: keyof Left) => {
      const counts = all.map((left) => left[key])
      // What finds nothing on an ordinary site proves nothing when it finds nothing on ours.
      const blind = counts[1] === 0 ? ' (none at G: proves nothing)' : ''
      rows.push([`${end}: ${what}${blind}`, ...counts])
    }
    add('pages listed in the history', 'listed')
    add('addresses in its database', 'addresses')
    add('titles of pages in its database', 'titles')
    add('files with text of the pages', 'textFiles')
    add('files with what was typed', 'typedFiles')
    add('files with the name of the site', 'hostFiles')
  }
  const after = []
  for (const candidate of candidates) after.push(await backAndForward(candidate))
  rows.push(['exit, then Back ×3 shows', ...after.map(({ back }) => back)])
  rows.push(['then Forward ×3 shows', ...after.map(({ forward }) => forward)])
  rows.push(['Referer at the destination', ...after.map(({ referer }) => referer)])
  return table(['three pages, one field', 'R, this site', 'G, GOV.UK', 'G with our headers'], rows)
}

/** What works when not everything does, and how much must have come. */
export async function workTable(): Promise<string> {
  const all = [await worksAt(ours), await worksAt(govuk)]
  const row = (what: string, of: (one: Works) => string) => [what, ...all.map(of)]
  const [mine, theirs] = [ourBytes(), govukBytes()]
  return table(
    ['does it work', 'R, this site', 'G, GOV.UK'],
    [
      row('Esc ×2 while typing hides', ({ escInField }) => escInField),
      row('Shift ×3 while typing hides', ({ shiftInField }) => shiftInField),
      row('before modules have come: a click hides', ({ clicked }) => clicked),
      row('before modules have come: Esc ×2 hides', ({ escaped }) => escaped),
      row('before modules have come: Shift ×3 hides', ({ shifted }) => shifted),
      row('script off: a click reaches the destination', ({ reached }) => reached),
      row('script off: Referer', ({ bareReferer }) => bareReferer),
      row('script off: Back ×1 shows', ({ bareBack }) => bareBack),
      ['bytes until the link leads away', mine.link, theirs.link],
      ['bytes until a click hides and keys work', mine.whole, theirs.whole],
      ['– of these, style and script files', 0, `${theirs.style} + ${theirs.script}`],
    ],
  )
}
