/** What is ended and not here: fetched when it is asked for, a page or all at once. */
import { useState } from 'react'

import { wordsFor } from './useAct.ts'
import type { Session } from './session.ts'

interface Props {
  session: Session
  /** A reference that was looked for and is not here; empty: none was. */
  looked: string
}

export function Ended({ session: { missing, list }, looked }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    await work().catch((error: unknown) => setProblem(wordsFor(error)))
    setBusy(false)
  }
  const find = async () => {
    if (!(await list.find(looked))) setProblem(`Det finns inget ärende ${looked}.`)
  }
  const isRef = looked.length >= 4
  if (missing.ended === 0 && !problem) return null
  return (
    <section className="panel">
      <h2>Avslutade och lagda åt sidan</h2>
      <p role="status">
        {missing.ended > 0 &&
          `${missing.ended} är inte hämtade. Det du söker efter ovan söks bara i det som är hämtat.`}
      </p>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        {isRef && (
          <button disabled={busy} onClick={() => void run(find)}>
            Hämta ärende {looked}
          </button>
        )}
        <button disabled={busy} onClick={() => void run(list.fetchEnded)}>
          Hämta de senaste
        </button>
        <button disabled={busy} onClick={() => void run(list.fetchAll)}>
          Hämta alla
        </button>
      </div>
    </section>
  )
}
