/** Numbers as they are read. */

/** A table in Markdown. */
export const table = (head: string[], rows: (string | number)[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** The value below which this part of all values lies; the nearest that was measured. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Infinity
}

/** Milliseconds; a time that was not seen is longer than the page was there. */
export const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : 'not seen')

export const ratio = (ours: number, theirs: number) =>
  Number.isFinite(ours / theirs) ? (ours / theirs).toFixed(2) : '–'
