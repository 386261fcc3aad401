/** How far a long list has come: seen all the way, said when it begins and when it is done. */
import { useEffect, useState } from 'react'

import type { Held } from './held.ts'

/** Fewer than this are there before anyone could read about them. */
const few = 50

export function Opening({ held: { items, opening, missing } }: { held: Held }) {
  const left = opening + missing.open
  const [isLong, setLong] = useState(false)
  const [wasLong, setWasLong] = useState(false)
  useEffect(() => {
    if (left >= few) setLong(true)
    if (left > 0) return
    setLong((long) => {
      if (long) setWasLong(true)
      return false
    })
  }, [left])
  const all = items.length + missing.open
  return (
    <>
      <p className="unseen" role="status">
        {isLong
          ? 'Förfrågningarna öppnas. Listan går att använda under tiden.'
          : wasLong && 'Alla förfrågningar är öppnade.'}
      </p>
      {isLong && (
        <p className="quiet" data-opening>
          <label htmlFor="opening">
            Öppnar: {all - left} av {all}. Det går att arbeta under tiden.
          </label>
          <progress id="opening" max={all} value={all - left} />
        </p>
      )}
    </>
  )
}
