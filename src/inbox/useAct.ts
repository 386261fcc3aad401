/** Does something that the server may refuse, and says in Swedish why it was refused. */
import { useState } from 'react'

import { Refused } from './api.ts'
import type { Session } from './session.ts'

export type Act = (work: () => Promise<unknown>) => Promise<boolean>

/** `act` resolves to whether it was done; the list is fetched anew either way. */
export function useAct({ refresh }: Session): { act: Act; problem: string | undefined; busy: boolean } {
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const act: Act = async (work) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(wordsFor(error))
      return false
    } finally {
      await refresh()
      setBusy(false)
    }
  }
  return { act, problem, busy }
}

/** Why something was not done, and what to do. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Refused))
    return 'Det gick inte att öppna. Innehållet stämmer inte med ärendet. Säg till driften.'
  const known: Record<number, string> = {
    0: 'Servern svarar inte. Inget är ändrat. Försök igen.',
    403: 'Det är inte ditt ärende. Ta det först.',
    404: 'Ärendet finns inte längre.',
    409: error.by
      ? `${error.by} har det. Ta över med ett skäl om det behövs.`
      : 'Någon hann före. Titta igen innan du gör något.',
    410: 'Hon har tagit tillbaka. Kontakta inte.',
    412: 'Något har ändrats sedan du såg ärendet, av henne eller en kollega. Titta igen. Inget är överskrivet.',
    503: 'Databasen tar inte emot. Inget är ändrat. Säg till driften.',
  }
  return known[error.status] ?? `Det gick inte (${error.status}). Inget är ändrat.`
}
