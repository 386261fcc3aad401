/** Who has the request: take it, take it over with a reason, give it back. */
import { useState } from 'react'

import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { releaseWords, takeOverWords } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  busy: boolean
}

export function Holder({ session: { api, me }, item, act, busy }: Props) {
  const [takeOver, setTakeOver] = useState('')
  const [release, setRelease] = useState('')
  const { ref, rev, takenBy, notFor } = item
  if (notFor.includes(me.name))
    return <p className="panel">Du har lämnat vidare det här ärendet. En kollega tar det.</p>
  const others = takenBy !== null && takenBy !== me.name && item.state === 'taken'
  if (takenBy === me.name)
    return (
      <form
        className="panel row"
        onSubmit={(event) => {
          event.preventDefault()
          if (release) void act(() => api.act(ref, 'release', { rev, reason: release }))
        }}
      >
        <label>
          Lämna tillbaka
          <Reasons value={release} onChange={setRelease} of={releaseWords} />
        </label>
        <button disabled={busy || !release}>Lämna tillbaka</button>
      </form>
    )
  return (
    <section className="panel">
      <h2>{others ? `${takenBy} har det` : 'Ingen har det'}</h2>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          void act(() => api.act(ref, 'take', { rev, ...(others ? { reason: takeOver } : {}) }))
        }}
      >
        {others && (
          <label>
            Skäl att ta över
            <Reasons value={takeOver} onChange={setTakeOver} of={takeOverWords} />
          </label>
        )}
        <button className="main" disabled={busy || (others && !takeOver)}>
          {others ? 'Ta över' : 'Ta ärendet'}
        </button>
      </form>
      {!others && (
        <button
          disabled={busy}
          onClick={() => void act(() => api.act(ref, 'release', { rev, reason: 'conflict' }))}
        >
          {releaseWords.conflict}
        </button>
      )}
    </section>
  )
}

function Reasons(props: {
  value: string
  of: Record<string, string>
  onChange: (value: string) => void
}) {
  return (
    <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
      <option value="">Välj skäl</option>
      {Object.entries(props.of).map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
