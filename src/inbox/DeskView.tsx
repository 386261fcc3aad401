/** The open inbox: its views, what keeps the list fresh, and what locks it. */
import { useCallback, useEffect, useRef, useState } from 'react'

import type { Card } from '../contact/envelope.ts'
import type { Key } from '../contact/keyfile.ts'
import type { Desk } from '../contact/staff.ts'
import { apiOf, Refused, signedOut } from './api.ts'
import { Figures } from './Figures.tsx'
import { Keys } from './Keys.tsx'
import { allRequests, List } from './List.tsx'
import { LogView } from './LogView.tsx'
import { People } from './People.tsx'
import { RequestView } from './RequestView.tsx'
import { Routines } from './Routines.tsx'
import { openCards, type Session } from './session.ts'
import { Today } from './Today.tsx'
import { signInAgain } from './words.ts'

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
const silent = 'Servern svarar inte.'
/** Milliseconds between two looks at the list. */
const fresh = 60_000

interface Props {
  me: Key
  onLock: (why?: string) => void
  onKey: (key: Key) => void
}

export function DeskView({ me, onLock, onKey }: Props) {
  const [view, setView] = useState<View>('today')
  const [ref, setRef] = useState<string>()
  const [list, setList] = useState<{ desk: Desk; cards: Map<string, Card> }>()
  /** Why the list could not be fetched. */
  const [lost, setLost] = useState<string>()
  const [now, setNow] = useState(Date.now)
  const [filters, setFilters] = useState(allRequests)
  const drafts = useRef(new Map<string, string>())
  const known = useRef(new Map<string, { from: string; card: Card }>())
  const title = useRef<HTMLHeadingElement>(null)

  const refresh = useCallback(async () => {
    try {
      const desk = await apiOf(me.token).desk()
      setList({ desk, cards: await openCards(desk.items, me, known.current) })
      setLost(undefined)
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401)
        onLock('Din nyckel gäller inte längre.')
      else
        setLost(problem instanceof Refused && problem.status === signedOut ? signInAgain : silent)
    }
  }, [me, onLock])

  useEffect(() => {
    void refresh()
    const timer = setInterval(() => {
      setNow(Date.now())
      void refresh()
    }, fresh)
    const again = () => void refresh()
    addEventListener('focus', again)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', again)
    }
  }, [refresh])

  useLock(onLock)

  // What had focus, the button that opens, is gone.
  const isOpen = list !== undefined
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [isOpen])

  const show = (to: View, which?: string) => {
    setView(to)
    setRef(which)
    setNow(Date.now())
    void refresh()
    requestAnimationFrame(() => title.current?.focus())
  }

  if (!list) return <p role="status">{lost ?? 'Hämtar listan …'}</p>
  const session: Session = {
    me,
    api: apiOf(me.token),
    ...list,
    now,
    refresh,
    drafts: drafts.current,
    changeKey: onKey,
  }
  const { desk } = list
  const item = desk.items.find((one) => one.ref === ref)
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
