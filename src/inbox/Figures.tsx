/** Figures for the board: how many per month, by way, language, area and door. */
import { useEffect, useState } from 'react'

import { figures, type AtLeast, type Cell, type Counted, type Table } from './figures.ts'
import type { Session } from './session.ts'
import { languageIn, questions, referralWords } from './words.ts'

const captions: Record<Counted, string> = {
  how: 'Så vill hon bli nådd',
  language: 'Språk på formuläret',
  area: 'Bor ungefär',
  door: 'Hänvisad till',
}

/**
 * Counted in the browser from what this key opens. All there is is fetched first: of a part of it no
 * number is shown, since two counts of the same month can be compared.
 */
export function Figures({
  session: { items, cards, opening, missing, list },
}: {
  session: Session
}) {
  const [tables, setTables] = useState<Table[]>()
  const [failed, setFailed] = useState(false)
  const left = opening + missing.open + missing.ended
  useEffect(() => {
    if (missing.ended > 0) list.fetchAll().catch(() => setFailed(true))
  }, [])
  useEffect(() => {
    if (left === 0) setTables(figures(items, cards))
  }, [left, items, cards])
  const all = items.length + missing.open + missing.ended
  return (
    <>
      <section className="panel">
        <h2>Så räknas det</h2>
        <p>
          Siffrorna räknas på det som finns i inkorgen nu, månad för månad. Det som är gallrat är
          inte med. En förfrågan som har skickats två gånger räknas två gånger.
        </p>
        <ul>
          <li>Ett tal från 1 till 4 visas som färre än 5.</li>
          <li>Dolt betyder att talet annars skulle gå att räkna ut eller avslöja ett annat.</li>
          <li>Okänt är tillbakataget, inte öppnat med din nyckel eller inte besvarat.</li>
          <li>
            Lämna bara ut en månad när den är slut, och bara en gång. Två uttag ur samma månad kan
            jämföras.
          </li>
        </ul>
      </section>
      {failed && (
        <p className="error" role="alert">
          Allt gick inte att hämta. Öppna vyn igen om en stund.
        </p>
      )}
      <p role="status">{!tables && 'Hämtar och öppnar allt som ska räknas …'}</p>
      {!tables && <progress aria-label="Hämtat och öppnat" max={all} value={all - left} />}
      {tables && items.length === 0 && <p>Det finns inget att räkna.</p>}
      {items.length > 0 && tables?.map((table) => <Counts key={table.counted} table={table} />)}
    </>
  )
}

function Counts({ table: { counted, columns, months, totals } }: { table: Table }) {
  return (
    <section className="panel wide" tabIndex={0} aria-label={captions[counted]}>
      <table>
        <caption>{captions[counted]}</caption>
        <thead>
          <tr>
            <th scope="col">Månad</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(counted, column)}
              </th>
            ))}
            <th scope="col">Alla</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, cells, total }) => (
            <Line key={month} name={month} cells={[...cells, total]} />
          ))}
        </tbody>
        <tfoot>
          <Line name="Alla månader" cells={[...totals.cells, totals.total]} />
        </tfoot>
      </table>
    </section>
  )
}

function Line({ name, cells }: { name: string; cells: (Cell | AtLeast)[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, at) => (
        <td key={at}>{inWords(cell)}</td>
      ))}
    </tr>
  )
}

function inWords(cell: Cell | AtLeast): string {
  if (cell === 'few') return 'färre än 5'
  if (cell === 'hidden') return 'dolt'
  if (typeof cell === 'number') return String(cell)
  return cell.atLeast === 0 ? 'dolt' : `minst ${cell.atLeast}`
}

function nameOf(counted: Counted, column: string): string {
  if (column === 'unknown') return 'Okänt'
  if (column === 'none') return 'Inte hänvisad'
  if (counted === 'language') return languageIn(column)
  const names: Record<string, string> = {
    how: questions['how']?.of ?? {},
    area: questions['area']?.of ?? {},
    door: referralWords,
  }[counted]
  return names[column] ?? column
}
