/** How the work stands: what was done, and when next. */
import { useState } from 'react'

import type { Card } from '../contact/envelope.ts'
import { referrals, type Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { referralWords } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  card: Card
}

type Door = (typeof referrals)[number]

export function Progress({ session: { api }, item, act, card }: Props) {
  const [next, setNext] = useState(item.next ?? '')
  const [to, setTo] = useState<Door | ''>(item.referredTo ?? '')
  const { ref, rev, state: now, attempts, referredTo } = item
  // A time agreed changes nothing in what is waited for.
  const kept = now === 'interpreter' || now === 'referred' ? now : 'taken'
  const move = (state: string, said: string) =>
    void act(
      () =>
        api.act(ref, 'progress', {
          rev,
          state,
          next: state === 'done' ? null : next || null,
          referredTo: state === 'referred' ? to : referredTo,
        }),
      said,
    )
  return (
    <section className="panel">
      <h2>Hur gick det?</h2>
      <div className="row">
        <label>
          Nästa tid
          <input
            type="datetime-local"
            value={next}
            onChange={(event) => setNext(event.target.value.slice(0, 16))}
          />
        </label>
        <button disabled={!next} onClick={() => move(kept, 'Nästa tid är sparad.')}>
          Spara nästa tid
        </button>
      </div>
      <div className="row">
        {card.request.how === 'call' && (
          <button
            onClick={() => move('noAnswer', 'Noterat: inget svar. Ärendet ligger i listan igen.')}
          >
            Ringt, inget svar ({attempts + 1})
          </button>
        )}
        <button onClick={() => move('interpreter', 'Noterat: väntar på tolk.')}>
          Väntar på tolk
        </button>
        <button onClick={() => move('done', 'Avslutat. Inget är raderat.')}>Avsluta</button>
      </div>
      <div className="row">
        <label>
          Hänvisad till
          <select value={to} onChange={({ target }) => setTo(target.value as Door | '')}>
            <option value="">Välj</option>
            {referrals.map((one) => (
              <option key={one} value={one}>
                {referralWords[one]}
              </option>
            ))}
          </select>
        </label>
        <button disabled={!to} onClick={() => move('referred', 'Noterat: hänvisad.')}>
          Hänvisad
        </button>
      </div>
    </section>
  )
}
