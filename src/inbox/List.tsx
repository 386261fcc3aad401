/** Every request, with filters. */
import { states } from '../contact/staff.ts'
import { Ended } from './Ended.tsx'
import { Junk } from './Junk.tsx'
import { Rows } from './Rows.tsx'
import type { Session } from './session.ts'
import { languageIn, questions, stateWords } from './words.ts'

/** What is looked for; empty text: everything. */
interface Filters {
  state: string
  way: string
  language: string
  mine: boolean
  ref: string
}

export const allRequests: Filters = { state: '', way: '', language: '', mine: false, ref: '' }

interface Props {
  session: Session
  filters: Filters
  onFilter: (filters: Filters) => void
  onPick: (ref: string) => void
}

export function List({ session, filters, onFilter, onPick }: Props) {
  const { items: here, cards, me } = session
  const { state, way, language, mine, ref } = filters
  const change = (some: Partial<Filters>) => onFilter({ ...filters, ...some })
  const spoken = (one: string) => {
    const card = cards.get(one)
    return card && (card.request.speaks ?? languageIn(card.language)).toLowerCase()
  }
  const languages = [...new Set(here.map((item) => spoken(item.ref)))]
    .filter((one) => one !== undefined)
    .map((one) => [one, one])
  const items = here.filter(
    (item) =>
      // What is set aside is found by its state, or by its reference.
      (state === ''
        ? item.state !== 'aside' || ref.trim() !== ''
        : state === 'withdrawn'
          ? item.withdrawn
          : item.state === state) &&
      (way === '' || cards.get(item.ref)?.request.how === way) &&
      (language === '' || spoken(item.ref) === language) &&
      (!mine || item.takenBy === me.name) &&
      item.ref.includes(ref.trim().toUpperCase()),
  )
  const all = here.filter((item) => item.state !== 'aside' || items.includes(item)).length
  return (
    <>
      <form className="panel filters" onSubmit={(event) => event.preventDefault()}>
        <Pick
          name="Läge"
          value={state}
          onChange={(next) => change({ state: next })}
          of={{ ...named, ...withdrawn }}
        />
        <Pick
          name="Väg"
          value={way}
          onChange={(next) => change({ way: next })}
          of={questions['how']?.of ?? {}}
        />
        <Pick
          name="Språk"
          value={language}
          onChange={(next) => change({ language: next })}
          of={Object.fromEntries(languages)}
        />
        <label>
          Beteckning
          <input
            value={ref}
            onChange={(event) => change({ ref: event.target.value })}
            autoComplete="off"
            size={8}
          />
        </label>
        <label className="tick">
          <input type="checkbox" checked={mine} onChange={() => change({ mine: !mine })} />
          Bara mina
        </label>
      </form>
      <p role="status">
        {items.length === all ? `${all} ärenden` : `${items.length} av ${all} ärenden`}
      </p>
      <Junk session={session} items={items} />
      {items.length > 0 && (
        <div className="panel">
          <Rows key={JSON.stringify(filters)} session={session} items={items} onPick={onPick} />
        </div>
      )}
      <Ended session={session} looked={items.length === 0 ? ref.trim().toUpperCase() : ''} />
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
