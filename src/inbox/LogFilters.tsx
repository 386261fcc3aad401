/** What is looked for in the log. */
import { logActions, type LogFilter } from '../contact/staff.ts'
import { actionWords } from './words.ts'

interface Props {
  /** Everyone who has done anything. */
  people: string[]
  filter: LogFilter
  onFilter: (filter: LogFilter) => void
}

export function LogFilters({ people, filter, onFilter }: Props) {
  const { who = '', action = '', ref = '', from = '', to = '' } = filter
  /** What is empty is not looked for. */
  const change = (name: keyof LogFilter, value: string) =>
    onFilter({ ...filter, [name]: value || undefined })
  return (
    <div className="row">
      <label>
        Vem
        <select value={who} onChange={({ target }) => change('who', target.value)}>
          <option value="">Alla</option>
          {people
            .toSorted((a, b) => a.localeCompare(b, 'sv'))
            .map((name) => (
              <option key={name}>{name}</option>
            ))}
        </select>
      </label>
      <label>
        Vad
        <select value={action} onChange={({ target }) => change('action', target.value)}>
          <option value="">Allt</option>
          {logActions.map((one) => (
            <option key={one} value={one}>
              {actionWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Ärende
        <input
          value={ref}
          maxLength={20}
          onChange={({ target }) => change('ref', target.value.trim())}
          autoComplete="off"
        />
      </label>
      <label>
        Från och med
        <input type="date" value={from} onChange={({ target }) => change('from', target.value)} />
      </label>
      <label>
        Till och med
        <input type="date" value={to} onChange={({ target }) => change('to', target.value)} />
      </label>
    </div>
  )
}
