/** She has withdrawn: nobody contacts her, and someone notes that it has been seen. */
import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  mine: boolean
}

export function Withdrawn({
  session: { api },
  item: { ref, rev, state, unseen },
  act,
  mine,
}: Props) {
  const done = { rev, state: 'done', next: null, referredTo: null }
  return (
    <section className="error">
      <h2>Kontakta inte</h2>
      <p>
        Hon har tagit tillbaka sin förfrågan. Innehållet är dolt. Ring inte, skriv inte. Har någon
        redan läst att ett barn far illa eller att hennes liv är i fara: ring inte henne. Prata med
        chefen om ni måste anmäla.
      </p>
      {unseen && (
        <p>Efter det har hon skrivit något. Ta ärendet och läs, men kontakta henne inte.</p>
      )}
      {mine && state !== 'done' && !unseen && (
        <button
          onClick={() =>
            void act(() => api.act(ref, 'progress', done), 'Avslutat. Inget är raderat.')
          }
        >
          Alla som måste veta vet. Avsluta.
        </button>
      )}
      {!mine && state !== 'done' && (
        <p className="quiet">Ta ärendet för att avsluta det, när alla som måste veta vet.</p>
      )}
    </section>
  )
}
