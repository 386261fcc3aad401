/** `/app/inbox.js`: the inbox of staff. Locked, it holds nothing; open, everything in memory only. */
import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'

import type { Key } from '../contact/keyfile.ts'
import { DeskView } from './DeskView.tsx'
import { Unlock } from './Unlock.tsx'

function Inbox() {
  const [key, setKey] = useState<Key>()
  const [why, setWhy] = useState<string>()
  const [wasOpen, setWasOpen] = useState(false)
  const lock = useCallback((reason?: string) => {
    setWhy(reason)
    setKey(undefined)
  }, [])
  const open = (opened: Key) => {
    setKey(opened)
    setWasOpen(true)
  }
  // A change of key may end after the inbox was locked; it must not open it.
  const change = useCallback((changed: Key) => setKey((now) => now && changed), [])
  return key ? (
    <DeskView me={key} onLock={lock} onKey={change} />
  ) : (
    <Unlock why={why} wasOpen={wasOpen} onOpen={open} />
  )
}

const place = document.getElementById('inkorg')
if (place) createRoot(place).render(<Inbox />)
