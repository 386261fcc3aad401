/** Rubbish in the list: chosen one by one or all at once, and set aside together. */
import { useState } from 'react'

import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import { useAct } from './useAct.ts'
import { ago } from './words.ts'

/** As many as the server takes at once. */
const most = 200

interface Props {
  session: Session
  /** What the list shows now. */
  items: Item[]
}

/**
 * Only what looks like a robot's, or does not open though it came after one's own key, and what no
 * colleague has: what is older than the key may be a woman's that others can read.
 */
export function Junk({ session, items }: Props) {
  const { api, cards, desk, me, unreadable } = session
  const [chosen, setChosen] = useState<string[]>([])
  const [sure, setSure] = useState(false)
  const [said, setSaid] = useState<string>()
  const { act, outcome, place } = useAct(session)
  const since = desk.colleagues.find(({ name }) => name === me.name)?.since ?? Infinity
  const maybe = items.filter(
    (item) =>
      (item.takenBy === null || item.takenBy === me.name) &&
      !['done', 'aside'].includes(item.state) &&
      ((unreadable.has(item.ref) && item.givenAt >= since) || cards.get(item.ref)?.suspect),
  )
  const shown = maybe.slice(0, most)
  const marked = shown.filter(({ ref }) => chosen.includes(ref))
  const choose = (refs: string[]) => {
    setChosen(refs)
    setSure(false)
  }

  async function mark() {
    const requests = marked.map(({ ref, rev }) => ({ ref, rev }))
    await act(async () => {
      const done = await api.setAside('junk', requests)
      setSaid(`${done.length} av ${requests.length} är lagda åt sidan. Inget är raderat.`)
    })
    choose([])
  }
  return (
    <>
      <div tabIndex={-1} ref={place}>
        {outcome.problem && (
          <p className="error" role="alert">
            {outcome.problem}
          </p>
        )}
        <p role="status">{said}</p>
      </div>
      {maybe.length > 0 && (
        <details className="panel">
          <summary>Skräp? {maybe.length} går inte att läsa eller kan vara från en robot</summary>
          <p>
            Det kan ändå vara en kvinna. Öppna det som går att öppna, och fråga kollegor om de kan
            läsa resten. Det som är äldre än din nyckel står inte här. Det du markerar läggs åt
            sidan: det raderas inte, du hittar det under Läge, och det går att ta tillbaka.
          </p>
          <ul className="plain">
            {shown.map(({ ref, hour }) => (
              <li key={ref}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={chosen.includes(ref)}
                    onChange={() =>
                      choose(
                        chosen.includes(ref)
                          ? chosen.filter((one) => one !== ref)
                          : [...chosen, ref],
                      )
                    }
                  />
                  <span>
                    {ref}, kom {ago(hour, desk.hour)}:{' '}
                    {cards.has(ref) ? 'kan vara från en robot' : 'går inte att läsa'}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <div className="row">
            <button onClick={() => choose(shown.map(({ ref }) => ref))}>
              {maybe.length > most ? `Välj de första ${most}` : 'Välj alla'}
            </button>
            {!sure && (
              <button disabled={marked.length === 0} onClick={() => setSure(true)}>
                Markera som skräp …
              </button>
            )}
            {sure && (
              <>
                <button onClick={() => void mark()}>Lägg {marked.length} åt sidan som skräp</button>
                <button onClick={() => setSure(false)}>Avbryt</button>
              </>
            )}
          </div>
        </details>
      )}
    </>
  )
}
