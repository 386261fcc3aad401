/** The open inbox: its views, what keeps the list fresh, and what locks it. */
import { useEffect, useRef, useState } from 'react'

import type { Key } from '../contact/keyfile.ts'
import type { Desk } from '../contact/staff.ts'
import { apiOf } from './api.ts'
import { Figures } from './Figures.tsx'
import { Keys } from './Keys.tsx'
import { allRequests, List } from './List.tsx'
import { LogView } from './LogView.tsx'
import { Opening } from './Opening.tsx'
import { People } from './People.tsx'
import { RequestView } from './RequestView.tsx'
import { Routines } from './Routines.tsx'
import type { Session } from './session.ts'
import { Today } from './Today.tsx'
import { useList } from './useList.ts'

const views = {
  today: 'I dag',
  all: 'Alla',
  figures: 'Siffror',
  people: 'Personal',
  key: 'Min nyckel',
  log: 'Logg',
  routines: 'Rutiner',
} as const
type View = keyof typeof views

/** Milliseconds without a key or a pointer until it locks itself. */
const idle = 600_000
/** Milliseconds between two looks at the clock. */
const ticking = 60_000

interface Props {
  me: Key
  onLock: (why?: string) => void
  onKey: (key: Key) => void
}

export function DeskView({ me, onLock, onKey }: Props) {
  const [view, setView] = useState<View>('today')
  const [ref, setRef] = useState<string>()
  const { held, lost, refresh, list } = useList(me, onLock)
  const [now, setNow] = useState(Date.now)
  const [filters, setFilters] = useState(allRequests)
  const drafts = useRef(new Map<string, string>())
  const title = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ticking)
    return () => clearInterval(timer)
  }, [])

  useLock(onLock)

  // What had focus, the button that opens, is gone.
  const isOpen = held !== undefined
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [isOpen])

  const show = (to: View, which?: string) => {
    setView(to)
    setRef(which)
    list.current?.watch(which)
    setNow(Date.now())
    void refresh()
    requestAnimationFrame(() => title.current?.focus())
  }

  if (!held || !list.current) return <p role="status">{lost ?? 'Hämtar listan …'}</p>
  const session: Session = {
    me,
    api: apiOf(me.token),
    ...held,
    list: list.current,
    now,
    refresh,
    drafts: drafts.current,
    changeKey: onKey,
  }
  const { desk, items } = held
  const item = items.find((one) => one.ref === ref)
  return (
    <>
      <nav className="views" aria-label="Inkorgen">
        {(Object.keys(views) as View[])
          .filter((one) => one !== 'log' || desk.me.role === 'manager')
          .map((one) => (
            <button
              key={one}
              aria-current={view === one && !item ? 'page' : undefined}
              onClick={() => show(one)}
            >
              {views[one]}
            </button>
          ))}
        <button className="lock" onClick={() => onLock()}>
          Lås
        </button>
      </nav>
      <Banners desk={desk} lost={lost} />
      <Opening held={held} />
      {item && (
        <p>
          <button onClick={() => show(view)}>‹ Tillbaka</button>
        </p>
      )}
      <h1 tabIndex={-1} ref={title}>
        {item ? `Ärende ${item.ref}` : views[view]}
      </h1>
      {item && <RequestView key={item.ref} session={session} item={item} />}
      {!item && view === 'all' && (
        <List
          session={session}
          filters={filters}
          onFilter={setFilters}
          onPick={(which) => show(view, which)}
        />
      )}
      {!item && <Shown view={view} session={session} onPick={(which) => show(view, which)} />}
    </>
  )
}

function Shown({
  view,
  session,
  onPick,
}: {
  view: View
  session: Session
  onPick: (ref: string) => void
}) {
  if (view === 'today') return <Today session={session} onPick={onPick} />
  if (view === 'figures') return <Figures session={session} />
  if (view === 'people') return <People session={session} />
  if (view === 'key') return <Keys session={session} />
  if (view === 'log') return <LogView session={session} />
  return view === 'routines' ? <Routines /> : null
}

function Banners({ desk, lost }: { desk: Desk; lost: string | undefined }) {
  const { nobody, noticesFailed, full, closed } = desk
  return (
    <div role="status">
      {lost && <p className="warn">{lost} Det du ser kan vara gammalt.</p>}
      {nobody && (
        <p className="warn">
          Demonstration eller utkast: här finns inga riktiga förfrågningar, och formuläret säger att
          ingen läser.
        </p>
      )}
      {noticesFailed > 0 && (
        <p className="warn">Meddelandet om nytt i inkorgen går inte fram. Säg till driften.</p>
      )}
      {full && <p className="warn">Inkorgen är nästan full. För över och gallra enligt beslut.</p>}
      {closed && (
        <p className="warn">
          Formuläret säger att ni inte läser {closed.from} till {closed.to}.
        </p>
      )}
    </div>
  )
}

/** Locks after ten minutes in which nobody has touched anything, and when the page is left. */
function useLock(onLock: (why?: string) => void): void {
  useEffect(() => {
    let touched = Date.now()
    const look = () => {
      if (Date.now() - touched < idle) return
      onLock('Inkorgen låstes, för ingen har rört den på tio minuter.')
    }
    const touch = () => {
      // A computer that wakes up must not be opened by the first touch.
      look()
      touched = Date.now()
    }
    // A page that is left may be kept whole in memory, for the Back button.
    const leave = () => onLock()
    const timer = setInterval(look, 5000)
    const kinds = ['keydown', 'pointerdown', 'pointermove'] as const
    for (const kind of kinds) addEventListener(kind, touch)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      for (const kind of kinds) removeEventListener(kind, touch)
      removeEventListener('pagehide', leave)
    }
  }, [onLock])
}
