/** Does something that the server may refuse, and says in Swedish how it went. */
import { useRef, useState, type RefObject } from 'react'

import { Refused, signedOut } from './api.ts'
import type { Session } from './session.ts'
import { signInAgain } from './words.ts'

/**
 * @param said what is told when it was done
 * @returns whether it was done; the list is fetched anew either way
 */
export type Act = (work: () => Promise<unknown>, said?: string) => Promise<boolean>

/** How the last thing went: why it was not done, or what was. */
export interface Outcome {
  problem?: string
  done?: string
}

/**
 * One thing at a time: a second press while the first is under way does nothing.
 * `place` is where the outcome stands; it gets focus when what was pressed is gone.
 */
export function useAct({ refresh }: Session): {
  act: Act
  outcome: Outcome
  place: RefObject<HTMLDivElement | null>
} {
  const [outcome, setOutcome] = useState<Outcome>({})
  const place = useRef<HTMLDivElement>(null)
  const busy = useRef(false)
  const act: Act = async (work, done) => {
    if (busy.current) return false
    busy.current = true
    setOutcome({})
    try {
      await work()
      setOutcome(done ? { done } : {})
      return true
    } catch (error) {
      setOutcome({ problem: wordsFor(error) })
      return false
    } finally {
      await refresh()
      busy.current = false
      // After the new list has been drawn.
      setTimeout(() => {
        if (document.activeElement === document.body) place.current?.focus()
      }, 100)
    }
  }
  return { act, outcome, place }
}

/** Why something was not done, and what to do. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Refused))
    return 'Det gick inte att öppna. Innehållet stämmer inte med ärendet. Säg till driften.'
  const known: Record<number, string> = {
    0: 'Servern svarar inte. Vi vet inte om det blev gjort. Titta i ärendet innan du försöker igen.',
    [signedOut]: `${signInAgain} Inget är ändrat.`,
    403: 'Det är inte ditt ärende. Ta det först.',
    404: 'Ärendet finns inte längre.',
    409: error.by
      ? `${error.by} hann före. Ta över med ett skäl om det behövs.`
      : 'Någon hann före. Titta igen innan du gör något.',
    410: 'Hon har tagit tillbaka. Kontakta inte.',
    412: 'Något har ändrats sedan du såg ärendet, av henne eller en kollega. Titta igen. Inget är överskrivet.',
    503: 'Databasen tar inte emot. Inget är ändrat. Säg till driften.',
  }
  return known[error.status] ?? `Det gick inte (${error.status}). Inget är ändrat.`
}
