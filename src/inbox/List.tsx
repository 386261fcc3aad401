/** Every request, with filters. */
import { useState } from 'react'

import { states } from '../contact/staff.ts'
import { Row } from './Row.tsx'
import type { Session } from './session.ts'
import { questions, stateWords } from './words.ts'

interface Props {
  session: Session
  onPick: (ref: string) => void
}

export function List({ session, onPick }: Props) {
  const [state, setState] = useState('')
  const [way, setWay] = useState('')
  const [language, setLanguage] = useState('')
  const [mine, setMine] = useState(false)
  const [text, setText] = useState('')
  const { desk, cards, me } = session
  const spoken = (ref: string) => cards.get(ref)?.request.speaks ?? cards.get(ref)?.language
  const languages = [...new Set(desk.items.map(({ ref }) => spoken(ref)))].filter(
    (one) => one !== undefined,
  )
  const items = desk.items.filter(
    (item) =>
      (state === '' || (state === 'withdrawn' ? item.withdrawn : item.state === state)) &&
      (way === '' || cards.get(item.ref)?.request.how === way) &&
      (language === '' || spoken(item.ref) === language) &&
      (!mine || item.takenBy === me.name) &&
      item.ref.includes(text.trim().toUpperCase()),
  )
  return (
    <>
      <form className="panel filters" onSubmit={(event) => event.preventDefault()}>
        <Pick name="Läge" value={state} onChange={setState} of={{ ...named, ...withdrawn }} />
        <Pick name="Väg" value={way} onChange={setWay} of={questions['how']?.of ?? {}} />
        <Pick
          name="Språk"
          value={language}
          onChange={setLanguage}
          of={Object.fromEntries(languages.map((one) => [one, one]))}
        />
        <label>
          Beteckning
          <input value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
        </label>
        <label className="tick">
          <input type="checkbox" checked={mine} onChange={() => setMine(!mine)} />
          Bara mina
        </label>
      </form>
      <p role="status">
        {items.length} av {desk.items.length}
      </p>
      <ul className="requests panel">
        {items.map((item) => (
          <Row key={item.ref} session={session} item={item} onPick={onPick} />
        ))}
      </ul>
    </>
  )
}

const named = Object.fromEntries(states.map((state) => [state, stateWords[state]]))
const withdrawn = { withdrawn: 'Tillbakatagen' }

function Pick(props: {
  name: string
  value: string
  of: Record<string, string>
  onChange: (value: string) => void
}) {
  return (
    <label>
      {props.name}
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">Alla</option>
        {Object.entries(props.of).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
