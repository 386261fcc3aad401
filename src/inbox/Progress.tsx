/** How the work stands: what was done, and when next. */
import { useState } from 'react'

import { referrals, type Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { referralWords } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  busy: boolean
}

export function Progress({ session: { api }, item, act, busy }: Props) {
  const [next, setNext] = useState(item.next ?? '')
  const [to, setTo] = useState<(typeof referrals)[number]>('socialtjanst')
  const { ref, rev } = item
  const move = (state: string) =>
    void act(() =>
      api.act(ref, 'progress', {
        rev,
        state,
        next: state === 'done' ? null : next || null,
        referredTo: state === 'referred' ? to : item.referredTo,
      }),
    )
  return (
    <section className="panel">
      <h2>Hur gick det?</h2>
      <label>
        Nästa tid
        <input
          type="datetime-local"
          value={next}
          onChange={(event) => setNext(event.target.value.slice(0, 16))}
        />
      </label>
      <p className="row">
        <button disabled={busy} onClick={() => move('noAnswer')}>
          Ringt, inget svar ({item.attempts + 1})
        </button>
        <button disabled={busy} onClick={() => move('interpreter')}>
          Väntar på tolk
        </button>
        <button disabled={busy || !next} onClick={() => move('taken')}>
          Spara nästa tid
        </button>
      </p>
      <div className="row">
        <label>
          Hänvisad till
          <select
            value={to}
            onChange={(event) => setTo(event.target.value as (typeof referrals)[number])}
          >
            {referrals.map((one) => (
              <option key={one} value={one}>
                {referralWords[one]}
              </option>
            ))}
          </select>
        </label>
        <button disabled={busy} onClick={() => move('referred')}>
          Hänvisad
        </button>
        <button disabled={busy} onClick={() => move('done')}>
          Avsluta
        </button>
      </div>
    </section>
  )
}
