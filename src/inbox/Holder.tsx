/** Who has the request, or that it is set aside: take it, take it over with a reason, give it back. */
import { useState } from 'react'

import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { releaseWords, takeOverWords } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
}

export function Holder({ session, item, act }: Props) {
  const { takenBy, notFor, state } = item
  const me = session.me.name
  if (notFor.includes(me))
    return <p className="panel">Du har lämnat vidare det här ärendet. En kollega tar det.</p>
  if (state === 'aside') return <TakeBack session={session} item={item} act={act} />
  if (takenBy === me) return <GiveBack session={session} item={item} act={act} />
  if (takenBy !== null && state !== 'noAnswer' && state !== 'done')
    return <TakeOver session={session} item={item} act={act} />
  return <TakeIt session={session} item={item} act={act} />
}

function TakeBack({ session: { api }, item: { ref, rev }, act }: Props) {
  const back = () => act(() => api.act(ref, 'back', { rev }), 'Ärendet ligger i listan igen.')
  return (
    <section className="panel">
      <h2>Lagt åt sidan</h2>
      <p>
        Någon har sagt att det inte går att öppna, eller att det är skräp. Ingen påminns om det.
        Inget är raderat. Skickar den som skrev något mer kommer det tillbaka av sig självt.
      </p>
      <button onClick={() => void back()}>Ta tillbaka till listan</button>
    </section>
  )
}

function TakeIt({ session: { api }, item: { ref, rev, takenBy }, act }: Props) {
  const passOn = () => act(() => api.act(ref, 'release', { rev, reason: 'conflict' }), passedOn)
  return (
    <section className="panel">
      <h2>{takenBy === null ? 'Ingen har det' : `Senast hos ${takenBy}`}</h2>
      <div className="row">
        <button
          className="main"
          onClick={() => void act(() => api.act(ref, 'take', { rev }), 'Du har ärendet i dag.')}
        >
          Ta ärendet
        </button>
        {takenBy === null && <button onClick={() => void passOn()}>{releaseWords.conflict}</button>}
      </div>
    </section>
  )
}

function TakeOver({ session: { api }, item: { ref, rev, takenBy }, act }: Props) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) void act(() => api.act(ref, 'take', { rev, reason }), 'Du har tagit över.')
      }}
    >
      <h2>{takenBy} har det</h2>
      <p>Ring inte och skriv inte utan att ha tagit över. Två får inte ringa samma kvinna.</p>
      <div className="row">
        <label>
          Skäl att ta över
          <Reasons value={reason} onChange={setReason} of={takeOverWords} />
        </label>
        <button disabled={!reason}>Ta över</button>
      </div>
    </form>
  )
}

function GiveBack({ session: { api }, item: { ref, rev }, act }: Props) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="panel row"
      onSubmit={(event) => {
        event.preventDefault()
        const said = reason === 'conflict' ? passedOn : 'Ärendet ligger i listan igen.'
        if (reason) void act(() => api.act(ref, 'release', { rev, reason }), said)
      }}
    >
      <label>
        Du har det i dag. Lämna tillbaka?
        <Reasons value={reason} onChange={setReason} of={releaseWords} />
      </label>
      <button disabled={!reason}>Lämna tillbaka</button>
    </form>
  )
}

const passedOn = 'Lämnat vidare. Du ser inte mer av ärendet.'

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
