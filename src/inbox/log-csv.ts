/** The log as a table: on the screen, and as a file that Excel in Swedish opens without asking. */
import type { LogLine } from '../contact/staff.ts'
import { actionWords, atHour, detailInWords } from './words.ts'

export const columns = ['När', 'Vem', 'Vad', 'Ärende', 'Uppgift']

export const cellsOf = ({ hour, who, action, ref, detail }: LogLine) => [
  atHour(hour),
  who,
  actionWords[action],
  ref ?? '',
  detailInWords(detail ?? ''),
]

/** Semicolons, and a mark of UTF-8 first. */
export function asCsv(lines: LogLine[]): string {
  const rows = [columns, ...lines.map(cellsOf)]
  return '\ufeff' + rows.map((row) => row.map(quoted).join(';')).join('\r\n') + '\r\n'
}

/** A cell that begins like a formula gets an apostrophe, so that Excel reads it as text. */
const quoted = (cell: string) => `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
