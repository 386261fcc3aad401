/** The log, for managers: who did what with which request, and when. */
import { useEffect, useRef, useState, type RefObject } from 'react'

import type { LogFilter, LogLine } from '../contact/staff.ts'
import { download } from './download.ts'
import { LogFilters } from './LogFilters.tsx'
import { asCsv, cellsOf, columns } from './log-csv.ts'
import type { Session } from './session.ts'

/** Milliseconds after the last letter before it is looked for. */
const pause = 300

/** What is here of what matches. */
interface Found {
  lines: LogLine[]
  total: number
}

/** The newest lines first, older ones on a button; what is looked for is looked for at the server. */
export function LogView({ session: { api } }: { session: Session }) {
  const [filter, setFilter] = useState<LogFilter>({})
  const [found, setFound] = useState<Found>()
  const [people, setPeople] = useState<string[]>([])
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  /** Lines written out so far; undefined: nothing is being written. */
  const [written, setWritten] = useState<number>()
  /** Counts what was asked; only the last is answered. */
  const asked = useRef(0)
  useEffect(() => () => void asked.current++, [])
  const table = useRef<HTMLDivElement>(null)
  // The button that fetched the oldest is gone.
  const isMore = found !== undefined && found.lines.length < found.total
  useEffect(() => {
    if (found && !isMore && document.activeElement === document.body) table.current?.focus()
  }, [isMore])

  /** Runs what asks the server, unless something else is asked for meanwhile. */
  async function ask(work: (isWanted: () => boolean) => Promise<void>): Promise<void> {
    const mine = ++asked.current
    const isWanted = () => mine === asked.current
    setFailed(false)
    setWritten(undefined)
    await work(isWanted).catch(() => isWanted() && setFailed(true))
    if (isWanted()) setWritten(undefined)
  }

  const begin = () =>
    ask(async (isWanted) => {
      const { lines, total, people: all } = await api.log(filter)
      if (!isWanted()) return
      setFound({ lines, total })
      setPeople(all ?? [])
    })

  const older = ({ lines }: Found) =>
    ask(async (isWanted) => {
      const page = await api.log({ ...filter, before: lines.at(-1)?.n })
      if (isWanted()) setFound({ lines: [...lines, ...page.lines], total: page.total })
    })

  /** Every line that matches, also those that are not shown. */
  const write = () =>
    ask(async (isWanted) => {
      const all: LogLine[] = []
      let before: number | undefined
      do {
        const { lines } = await api.log({ ...filter, before })
        if (!isWanted()) return
        all.push(...lines)
        setWritten(all.length)
        before = lines.at(-1)?.n
      } while (before !== undefined)
      download('inkorg-logg.csv', asCsv(all), 'text/csv')
    })

  useEffect(() => {
    const timer = setTimeout(() => void begin(), pause)
    return () => clearTimeout(timer)
    // `api` is made anew whenever the clock moves; the log is not to be fetched for that.
  }, [filter, round])

  return (
    <section className="panel">
      <h2>Vem har gjort vad</h2>
      <p>
        Loggen visar vad personalen har gjort, aldrig något som hon har skrivit. Titta i den
        regelbundet: har någon öppnat mer än arbetet krävde?
      </p>
      <LogFilters people={people} filter={filter} onFilter={setFilter} />
      <div className="row">
        <button type="button" onClick={() => setRound(round + 1)}>
          Hämta på nytt
        </button>
        <button
          type="button"
          disabled={!found?.total || written !== undefined}
          onClick={() => void write()}
        >
          Ladda ner alla {found?.total} som CSV
        </button>
        {written !== undefined && found && (
          <progress aria-label="Skrivna rader" max={found.total} value={written} />
        )}
      </div>
      {failed && (
        <p className="error" role="alert">
          Loggen gick inte att hämta. Försök igen.
        </p>
      )}
      <p className="quiet" role="status">
        {found && `Visar ${found.lines.length} av ${found.total} rader`}
      </p>
      {found && found.lines.length > 0 && <Lines lines={found.lines} place={table} />}
      {isMore && (
        <button type="button" onClick={() => void older(found)}>
          Visa äldre
        </button>
      )}
    </section>
  )
}

function Lines(props: { lines: LogLine[]; place: RefObject<HTMLDivElement | null> }) {
  return (
    <div className="wide" role="region" tabIndex={0} aria-label="Logg" ref={props.place}>
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
          {props.lines.map((line) => (
            <tr key={line.n}>
              {cellsOf(line).map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
