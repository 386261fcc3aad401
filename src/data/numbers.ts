/** The phone numbers of the site, for those who print or publish them elsewhere. */
import type { Facts } from '../model/facts.ts'

/** A number as it is given on: `tested` is the day someone rang it, empty until then. */
export interface NumberRow {
  id: string
  name: string
  number: string
  tel: string
  for: string
  checked: string
  tested: string
  source: string
  confirm: string
}

export const numberRows = ({ phones, sources }: Facts): NumberRow[] =>
  Object.entries(phones)
    .filter(([, { mark }]) => mark !== 'C')
    .map(([id, { name, number, says, checked, tested, source, confirm }]) => ({
      id,
      name,
      number,
      tel: number.replaceAll(/[ -]/g, ''),
      for: says,
      checked,
      tested: tested ?? '',
      source: source
        .map((from) => [sources[from]?.publisher, sources[from]?.url].filter(Boolean).join(' '))
        .join('; '),
      confirm: confirm ?? '',
    }))

/** Rows as CSV (RFC 4180): commas, every field quoted, so that no program reads 08 as 8. */
export function csv<T extends object>(rows: T[]): string {
  const names = Object.keys(rows[0] ?? {}) as (keyof T & string)[]
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))]
  return lines.map((line) => line.map(quoted).join(',') + '\r\n').join('')
}
