/** One request: what she wants, who has it, what she wrote, what has been said. */
import { useState } from 'react'

import type { Card, Words } from '../contact/envelope.ts'
import type { Item } from '../contact/staff.ts'
import { CardView } from './CardView.tsx'
import { Duties } from './Duties.tsx'
import { Export } from './Export.tsx'
import { FirstCall } from './FirstCall.tsx'
import { History } from './History.tsx'
import { Holder } from './Holder.tsx'
import { Letters } from './Letters.tsx'
import { openRequest, type Letter, type Version } from './opened.ts'
import { Progress } from './Progress.tsx'
import { ReplyEditor } from './ReplyEditor.tsx'
import type { Session } from './session.ts'
import { useAct } from './useAct.ts'
import { Unreadable } from './Unreadable.tsx'
import { Verdict } from './Verdict.tsx'
import { Withdrawn } from './Withdrawn.tsx'
import { ago, atHour, stateOf } from './words.ts'
import { Written } from './Written.tsx'

/** What is open on the screen, as of a revision. */
export interface Open {
  rev: number
  /** She had withdrawn already: she has written since. It may be read, and nobody is contacted. */
  withdrawn: boolean
  card: Card
  words: Words
  letters: Letter[]
  /** Oldest first. */
  earlier: Version[]
}

export function RequestView({ session, item }: { session: Session; item: Item }) {
  const [open, setOpen] = useState<Open>()
  const { act, outcome, place } = useAct(session)
  const { cards, desk, me, unreadable } = session
  const card = cards.get(item.ref)
  const mine = item.takenBy === me.name
  const manager = desk.me.role === 'manager'
  // She has written or withdrawn since: what is open is old, and nothing is done on old words.
  const current = open && !item.unseen && open.withdrawn === item.withdrawn ? open : undefined
  const contact = mine && card && !item.withdrawn
  const look = () =>
    act(async () => setOpen(await openRequest(session, item.ref)), 'Öppnat. Öppnandet är loggat.')
  const shared = { session, item, act }

  return (
    <div className="case">
      <div>
        <p className="big">{stateOf(item)}</p>
        <p className="quiet">
          Kom {atHour(item.hour)} ({ago(item.hour, desk.hour)}).{' '}
          {item.readAt === null ? 'Ingen har läst.' : `Läst första gången ${atHour(item.readAt)}.`}
          {item.transferredAt !== null && ` Överförd ${atHour(item.transferredAt)}.`}
        </p>
        {!card && item.card !== null && !unreadable.has(item.ref) && <p>Öppnas …</p>}
        {card && <Verdict session={session} item={item} />}
        {card && <CardView card={card} item={item} />}
        <Duties />
        {(mine || manager) && <History key={item.rev} session={session} item={item} />}
      </div>
      <div>
        <div tabIndex={-1} ref={place}>
          {outcome.problem && (
            <p className="error" role="alert">
              {outcome.problem}
            </p>
          )}
          <p role="status">{outcome.done}</p>
        </div>
        {item.withdrawn && <Withdrawn {...shared} mine={mine} />}
        {unreadable.has(item.ref) && <Unreadable {...shared} mine={mine} />}
        {/* What is said comes before all else, with the number: nobody looks for it in a call. */}
        {contact && current && (
          <FirstCall session={session} item={item} card={card} words={current.words} />
        )}
        <Holder {...shared} />
        {mine && (card || current) && (
          <section className="panel">
            <h2>Det hon skrev</h2>
            {open && !current && (
              <p className="warn" role="alert">
                Hon har skrivit något nytt sedan du öppnade. Öppna igen innan du gör något.
              </p>
            )}
            {!current && (
              <p>
                <button className="main" onClick={() => void look()}>
                  {open ? 'Öppna igen' : 'Öppna det hon skrev'}
                </button>{' '}
                <span className="quiet">Öppnandet loggas med ditt namn.</span>
              </p>
            )}
            {current && <Written open={current} />}
            {current?.withdrawn && <Letters letters={current.letters} />}
          </section>
        )}
        {contact && current && <Progress {...shared} card={card} />}
        {contact && open && (
          <section className="panel">
            <h2>Brev</h2>
            <Letters letters={open.letters} />
            <ReplyEditor
              {...shared}
              card={card}
              words={open.words}
              old={!current}
              onSent={() => void look()}
            />
          </section>
        )}
        {mine && current && <Export {...shared} open={current} />}
      </div>
    </div>
  )
}
