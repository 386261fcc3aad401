/** The log, for managers: who did what with which request, and when. */
import { useEffect, useState } from 'react'

import { logActions, type Log, type LogLine, type LogQuery } from '../contact/staff.ts'
import { download } from './download.ts'
import type { Session } from './session.ts'
import { actionWords, atHour, detailInWords } from './words.ts'

const columns = ['När', 'Vem', 'Vad', 'Ärende', 'Uppgift']

type Filters = Omit<LogQuery, 'before'>

/** Fetched in parts, anew on a button and when a filter changes; the server looks through all of it. */
export function LogView({ session: { api } }: { session: Session }) {
  const [log, setLog] = useState<Log>()
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const [filters, setFilters] = useState<Filters>({})
  const change = (some: Filters) => setFilters({ ...filters, ...some })

  useEffect(() => {
    let wanted = true
    setFailed(false)
    api.log(filters).then(
      (fetched) => wanted && setLog(fetched),
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
    }
    // `api` is made anew whenever the clock moves; the log is not to be fetched for that.
  }, [round, filters])

  const trying = (work: () => Promise<void>) => {
    setFailed(false)
    work().catch(() => setFailed(true))
  }
  const older = async (lines: LogLine[]) => {
    const more = await api.log({ ...filters, before: lines.at(-1)?.n })
    // Unless another filter was chosen meanwhile.
    setLog((now) => (now?.lines === lines ? { ...now, lines: [...lines, ...more.lines] } : now))
  }
  const save = async () => {
    const all: LogLine[] = []
    for (;;) {
      const { lines } = await api.log({ ...filters, before: all.at(-1)?.n })
      if (lines.length === 0) break
      all.push(...lines)
    }
    download('inkorg-logg.csv', asCsv(all), 'text/csv')
  }

  const shown = log?.lines ?? []
  const people = (log?.people ?? []).toSorted((a, b) => a.localeCompare(b, 'sv'))
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
          <select
            value={filters.who ?? ''}
            onChange={({ target }) => change({ who: target.value || undefined })}
          >
            <option value="">Alla</option>
            {people.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          Vad
          <select
            value={filters.action ?? ''}
            onChange={({ target }) =>
              change({ action: logActions.find((one) => one === target.value) })
            }
          >
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
          <input
            value={filters.ref ?? ''}
            onChange={({ target }) =>
              change({ ref: target.value.trim().toUpperCase() || undefined })
            }
            autoComplete="off"
            size={8}
          />
        </label>
        <label>
          Från och med
          <input
            type="date"
            value={filters.from ?? ''}
            onChange={({ target }) => change({ from: target.value || undefined })}
          />
        </label>
        <label>
          Till och med
          <input
            type="date"
            value={filters.to ?? ''}
            onChange={({ target }) => change({ to: target.value || undefined })}
          />
        </label>
      </div>
      <div className="row">
        <button type="button" onClick={() => setRound(round + 1)}>
          Hämta på nytt
        </button>
        <button type="button" disabled={shown.length === 0} onClick={() => trying(save)}>
          Ladda ner {log ? `alla ${log.of} rader` : ''} som CSV
        </button>
      </div>
      {failed && (
        <p className="error" role="alert">
          Loggen gick inte att hämta. Försök igen.
        </p>
      )}
      <p className="quiet" role="status">
        {log && `Visar ${shown.length} av ${log.of} rader`}
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
              {shown.map((line) => (
                <tr key={line.n}>
                  {cellsOf(line).map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {log && shown.length < log.of && (
        <button type="button" onClick={() => trying(() => older(shown))}>
          Visa äldre
        </button>
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
