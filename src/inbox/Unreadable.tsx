/** A request that this key does not open: who may be able to, and what to do when nobody is. */
import type { Item } from '../contact/staff.ts'
import { Refused } from './api.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { atHour } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  mine: boolean
}

export function Unreadable({ session: { api, desk }, item, act, mine }: Props) {
  const { ref, rev, state, givenAt } = item
  const older = desk.colleagues.filter(
    ({ name, since }) => since <= givenAt && name !== desk.me.name,
  )
  const end = () =>
    act(
      () => setAside(api.setAside('unreadable', [{ ref, rev }])),
      'Lagt åt sidan. Inget är raderat.',
    )
  return (
    <section className="warn">
      <p>
        <b>Går inte att läsa med din nyckel.</b> Den kan vara förseglad till äldre nycklar än din,
        eller vara skräp som inte går att öppna alls.
      </p>
      <p>
        Fråga först dem som redan hade nyckel {atHour(givenAt)}
        {older.length > 0 && ` (${older.map(({ name }) => name).join(', ')})`}. Kan någon av dem
        läsa den, kan en chef som också kan läsa den göra den läsbar för dig, under Personal. Fråga
        chefen om reservnyckeln.
      </p>
      {state !== 'aside' && state !== 'done' && (
        <>
          <p>
            Kan ingen öppna den? Då läggs den åt sidan. Den raderas inte, och går att ta tillbaka.
          </p>
          {mine ? (
            <button onClick={() => void end()}>Går inte att öppna med någon nyckel</button>
          ) : (
            <p className="quiet">Ta ärendet för att lägga det åt sidan.</p>
          )}
        </>
      )}
    </section>
  )
}

async function setAside(done: Promise<string[]>): Promise<void> {
  if ((await done).length === 0) throw new Refused(412)
}
