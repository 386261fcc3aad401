/** `/app/inbox.js`: the inbox of staff. Locked, it holds nothing; open, everything in memory only. */
import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'

import type { Key } from '../contact/keyfile.ts'
import { DeskView } from './DeskView.tsx'
import { Unlock } from './Unlock.tsx'

function Inbox() {
  const [key, setKey] = useState<Key>()
  const [why, setWhy] = useState<string>()
  const lock = useCallback((reason?: string) => {
    setWhy(reason)
    setKey(undefined)
  }, [])
  return key ? (
    <DeskView me={key} onLock={lock} onKey={setKey} />
  ) : (
    <Unlock why={why} onOpen={setKey} />
  )
}

const place = document.getElementById('inkorg')
if (place) createRoot(place).render(<Inbox />)
