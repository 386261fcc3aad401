/** Figures per month for the board, made so that no small number can be worked out from them. */
import type { Card } from '../contact/envelope.ts'
import type { Item } from '../contact/staff.ts'
import { inStockholm } from './safe.ts'
import { languageIds, questions, referralWords } from './words.ts'

/** What is counted: the way she chose, her language, her area, where she was referred. */
export const counted = ['how', 'language', 'area', 'door'] as const
export type Counted = (typeof counted)[number]

/** Numbers from 1 to one less than this are never shown. */
export const least = 5

/** `few`: 1–4. `hidden`: any number, hidden so that a `few` cannot be worked out. */
export type Cell = number | 'few' | 'hidden'

/** The sum of what is shown when something is not: there are at least so many. */
export interface AtLeast {
  atLeast: number
}

export interface Table {
  counted: Counted
  /** Keys of the answers; the last is always `unknown`. */
  columns: string[]
  /** Oldest first. `month` is `YYYY-MM` in Stockholm. */
  months: { month: string; cells: Cell[]; total: Cell }[]
  /** Sums over all months. */
  totals: { cells: (Cell | AtLeast)[]; total: Cell | AtLeast }
}

/**
 * Counts requests per month, one table for each of `counted`. What is set aside is left out. What is
 * withdrawn, does not open with
 * this key or was not answered counts as `unknown`; of the door, only what is withdrawn.
 *
 * The months have the same total in every table, so hiding it in one would not help. Instead:
 * - 1–4 is `few`; where there is one, the last larger number of the row is `hidden` as well, always,
 *   so that its being hidden tells nothing;
 * - a row where even that leaves only one solution, and a month with fewer than five, is `hidden`;
 * - sums over the months are made of what is shown, `AtLeast` where something is not.
 * @param items all requests of the list
 * @param cards the open cards, by reference
 */
export function figures(items: Item[], cards: Map<string, Card>): Table[] {
  const real = items.filter(({ state }) => state !== 'aside')
  const byMonth = Map.groupBy(real, ({ hour }) => inStockholm(hour * 3_600_000).date.slice(0, 7))
  const inOrder = [...byMonth].sort(([a], [b]) => a.localeCompare(b))
  return counted.map((what) => {
    const answerOf = (item: Item) => answerTo(what, item, cards.get(item.ref))
    const columns = columnsOf(what, new Set(items.map(answerOf)))
    const months = inOrder.map(([month, some]) => {
      const found = some.map(answerOf)
      const counts = columns.map((column) => found.filter((answer) => answer === column).length)
      const total: Cell = some.length < least ? 'few' : some.length
      return { month, cells: hide(counts), total }
    })
    const totals = {
      cells: columns.map((_, at) => sumOfShown(months.map(({ cells }) => cells[at] ?? 0))),
      total: sumOfShown(months.map(({ total }) => total)),
    }
    return { counted: what, columns, months, totals }
  })
}

function answerTo(what: Counted, item: Item, card: Card | undefined): string {
  if (item.withdrawn) return 'unknown'
  if (what === 'door') return item.referredTo ?? 'none'
  if (what === 'language') return card?.language ?? 'unknown'
  return card?.request[what] ?? 'unknown'
}

/** The known answers in their order, others that were found, `unknown`. */
function columnsOf(what: Counted, found: Set<string>): string[] {
  const known = {
    how: Object.keys(questions['how']?.of ?? {}),
    language: languageIds,
    area: Object.keys(questions['area']?.of ?? {}),
    door: [...Object.keys(referralWords), 'none'],
  }[what]
  const others = [...found].filter((one) => one !== 'unknown' && !known.includes(one)).sort()
  return [...known, ...others, 'unknown']
}

/** Hides what is small in a row whose sum is known, and what would give it away. */
function hide(counts: number[]): Cell[] {
  const isFew = (count: number) => count > 0 && count < least
  const few = counts.filter(isFew)
  if (few.length === 0) return counts
  const also = counts.findLastIndex((count) => count >= least)
  const hidden = sum(few) + (counts[also] ?? 0)
  const smallest = few.length + (also === -1 ? 0 : least)
  const largest = also === -1 ? few.length * (least - 1) : Infinity
  if (sum(counts) < least || hidden === smallest || hidden === largest)
    return counts.map(() => 'hidden')
  return counts.map((count, at) => (isFew(count) ? 'few' : at === also ? 'hidden' : count))
}

function sumOfShown(cells: Cell[]): number | AtLeast {
  const shown = sum(cells.filter((cell) => typeof cell === 'number'))
  const few = cells.filter((cell) => cell === 'few').length
  return cells.every((cell) => typeof cell === 'number') ? shown : { atLeast: shown + few }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
