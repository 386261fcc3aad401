/** Keeps the list of an open inbox fresh: every minute, when the page is looked at, after each act. */
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Key } from '../contact/keyfile.ts'
import { apiOf, Refused, signedOut } from './api.ts'
import { listOf, type Held, type List } from './held.ts'
import { openerOf, openingWorker } from './opener.ts'
import { signInAgain } from './words.ts'

/** Milliseconds between two looks at the list. */
const fresh = 60_000
/** Milliseconds between two drawings while cards are opened. */
const drawn = 400
const silent = 'Servern svarar inte.'

/** @param onGone the key does not work any more; must stay the same function */
export function useList(me: Key, onGone: (why: string) => void) {
  const [held, setHeld] = useState<Held>()
  /** Why the list could not be fetched. */
  const [lost, setLost] = useState<string>()
  const list = useRef<List>(undefined)

  const refresh = useCallback(async () => {
    const asked = list.current
    try {
      await asked?.refresh()
      if (asked === list.current) setLost(undefined)
    } catch (problem) {
      // Of a key that has been changed meanwhile, or an inbox that was locked.
      if (asked !== list.current) return
      if (problem instanceof Refused && problem.status === 401)
        onGone('Din nyckel gäller inte längre.')
      else
        setLost(problem instanceof Refused && problem.status === signedOut ? signInAgain : silent)
    }
  }, [onGone])

  useEffect(() => {
    const worker = openingWorker(me)
    let soon: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      soon = undefined
      here.show()
    }
    const opener = openerOf(worker.open, () => (soon ??= setTimeout(draw, drawn)))
    const here = listOf(apiOf(me.token), opener, (now) => here === list.current && setHeld(now))
    list.current = here
    void refresh()
    const again = () => void refresh()
    const timer = setInterval(again, fresh)
    addEventListener('focus', again)
    return () => {
      list.current = undefined
      here.stop()
      worker.stop()
      clearTimeout(soon)
      clearInterval(timer)
      removeEventListener('focus', again)
    }
  }, [me, refresh])

  return { held, lost, refresh, list }
}
