/** A list of requests: the first hundred, and more when they are asked for. */
import { useState } from 'react'

import type { Item } from '../contact/staff.ts'
import { Row } from './Row.tsx'
import type { Session } from './session.ts'

const step = 100

interface Props {
  session: Session
  items: Item[]
  onPick: (ref: string) => void
}

export function Rows({ session, items, onPick }: Props) {
  const [most, setMost] = useState(step)
  return (
    <>
      <ul className="requests">
        {items.slice(0, most).map((item) => (
          <Row key={item.ref} session={session} item={item} onPick={onPick} />
        ))}
      </ul>
      {items.length > most && (
        <button onClick={() => setMost(most + step)}>Visa fler ({items.length - most} till)</button>
      )}
    </>
  )
}
