/** What is ended and not here: fetched when it is asked for, a page or all at once. */
import { useRef, useState } from 'react'

import type { Session } from './session.ts'
import { wordsFor } from './useAct.ts'

interface Props {
  session: Session
  /** A reference that was looked for and is not here; empty: none was. */
  looked: string
}

/** Letters of the shortest reference. */
const wholeRef = 4

export function Ended({ session: { missing, list }, looked }: Props) {
  const [problem, setProblem] = useState<string>()
  const busy = useRef(false)
  /** Gets focus when the button that was pressed is gone. */
  const place = useRef<HTMLDivElement>(null)

  async function run(work: () => Promise<unknown>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setProblem(undefined)
    await work().catch((error: unknown) => setProblem(wordsFor(error)))
    busy.current = false
    // After the new list has been drawn.
    setTimeout(() => {
      if (document.activeElement === document.body) place.current?.focus()
    }, 100)
  }
  const find = async () => {
    if (!(await list.find(looked))) setProblem(`Det finns inget ärende ${looked}.`)
  }
  return (
    <div tabIndex={-1} ref={place}>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      {missing.ended > 0 && (
        <section className="panel">
          <h2>Avslutade och lagda åt sidan</h2>
          <p>
            {missing.ended} är inte hämtade. Det du söker efter ovan söks bara i det som är hämtat.
          </p>
          <div className="row">
            {looked.length >= wholeRef && (
              <button onClick={() => void run(find)}>Hämta ärende {looked}</button>
            )}
            <button onClick={() => void run(list.fetchEnded)}>Hämta de senaste</button>
            <button onClick={() => void run(list.fetchAll)}>Hämta alla</button>
          </div>
        </section>
      )}
    </div>
  )
}
