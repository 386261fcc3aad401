/** Requests in a list; of very many only the first are drawn, until more are asked for. */
import { useEffect, useRef, useState } from 'react'

import type { Item } from '../contact/staff.ts'
import { Row } from './Row.tsx'
import type { Session } from './session.ts'

interface Props {
  session: Session
  items: Item[]
  /** Rows that are drawn at first. */
  most?: number
  onPick: (ref: string) => void
}

/** So many more are drawn at a press. */
const step = 100

export function Rows({ session, items, most = step, onPick }: Props) {
  const [more, setMore] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const focused = useRef<string>(undefined)
  /** The first row that a press has brought, for the keyboard to go on from. */
  const from = useRef<number>(undefined)

  useEffect(() => {
    if (from.current === undefined) return
    list.current?.querySelectorAll('button')[from.current]?.focus()
    from.current = undefined
  }, [more])

  // A new list must not take away the row that has focus.
  const kept = items.findIndex(({ ref }) => ref === focused.current) + 1
  const shown = items.slice(0, Math.max(most + more, kept))
  const left = items.length - shown.length
  const refs = shown.map(({ ref }) => ref)
  useEffect(() => session.list.draw(refs), [refs.join()])
  return (
    <>
      <ul
        className="requests"
        ref={list}
        onFocus={({ target }) => {
          focused.current = target.closest<HTMLElement>('[data-request]')?.dataset['request']
        }}
        onBlur={() => (focused.current = undefined)}
      >
        {shown.map((item) => (
          <Row key={item.ref} session={session} item={item} onPick={onPick} />
        ))}
      </ul>
      {left > 0 && (
        <p className="more">
          <button
            type="button"
            onClick={() => {
              from.current = shown.length
              setMore(more + step)
            }}
          >
            Visa fler
          </button>{' '}
          <span className="quiet">
            {shown.length} av {items.length} visas
          </span>
        </p>
      )}
    </>
  )
}
