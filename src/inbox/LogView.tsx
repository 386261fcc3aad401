/** The log, for managers: who did what with which request, and when. */
import { useEffect, useState } from 'react'

import { logActions, type LogLine } from '../contact/staff.ts'
import { download } from './download.ts'
import type { Session } from './session.ts'
import { actionWords, atHour, detailInWords } from './words.ts'

const columns = ['När', 'Vem', 'Vad', 'Ärende', 'Uppgift']

/** Fetched once when the view opens, and anew on a button. */
export function LogView({ session: { api } }: { session: Session }) {
  const [lines, setLines] = useState<LogLine[]>()
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const [who, setWho] = useState('')
  const [action, setAction] = useState('')
  const [ref, setRef] = useState('')

  useEffect(() => {
    let wanted = true
    setFailed(false)
    api.log().then(
      (fetched) => wanted && setLines(fetched),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
    // `api` is made anew whenever the clock moves; the log is not to be fetched for that.
  }, [round])

  const people = [...new Set(lines?.map((line) => line.who))].sort((a, b) =>
    a.localeCompare(b, 'sv'),
  )
  const shown = (lines ?? []).filter(
    (line) =>
      (!who || line.who === who) &&
      (!action || line.action === action) &&
      (!ref.trim() || line.ref?.toLowerCase().includes(ref.trim().toLowerCase())),
  )

  return (
    <section className="panel">
      <h2>Vem har gjort vad</h2>
      <p>
        Loggen visar vad personalen har gjort, aldrig något som hon har skrivit. Titta i den
        regelbundet: har någon öppnat mer än arbetet krävde?
      </p>
      <div className="row">
        <label>
          Vem
          <select value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">Alla</option>
            {people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Vad
          <select value={action} onChange={(event) => setAction(event.target.value)}>
            <option value="">Allt</option>
            {logActions.map((one) => (
              <option key={one} value={one}>
                {actionWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Ärende
          <input value={ref} onChange={(event) => setRef(event.target.value)} autoComplete="off" />
        </label>
      </div>
      <div className="row">
        <button type="button" onClick={() => setRound(round + 1)}>
          Hämta på nytt
        </button>
        <button
          type="button"
          disabled={shown.length === 0}
          onClick={() => download('inkorg-logg.csv', asCsv(shown), 'text/csv')}
        >
          Ladda ner som CSV
        </button>
      </div>
      {failed && (
        <p className="error" role="alert">
          Loggen gick inte att hämta. Försök igen.
        </p>
      )}
      <p className="quiet" role="status">
        {lines && `${shown.length} av ${lines.length} rader`}
      </p>
      {shown.length > 0 && (
        <div className="wide" role="region" tabIndex={0} aria-label="Logg">
          <table>
            <caption className="unseen">Logg</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((line, at) => (
                <tr key={at}>
                  {cellsOf(line).map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const cellsOf = ({ hour, who, action, ref, detail }: LogLine) => [
  atHour(hour),
  who,
  actionWords[action],
  ref ?? '',
  detailInWords(detail ?? ''),
]

/** Semicolons and a mark of UTF-8 first: what Excel in Swedish opens without asking. */
function asCsv(lines: LogLine[]): string {
  const rows = [columns, ...lines.map(cellsOf)]
  return '\ufeff' + rows.map((row) => row.map(quoted).join(';')).join('\r\n') + '\r\n'
}

/** A cell that begins like a formula gets an apostrophe, so that Excel reads it as text. */
const quoted = (cell: string) => `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
