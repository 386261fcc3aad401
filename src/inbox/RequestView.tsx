/** One request: what she wants, who has it, what she wrote, what has been said. */
import { useState } from 'react'

import type { Words } from '../contact/envelope.ts'
import type { Item, Opened } from '../contact/staff.ts'
import { CardView } from './CardView.tsx'
import { Duties } from './Duties.tsx'
import { Export } from './Export.tsx'
import { FirstCall } from './FirstCall.tsx'
import { Holder } from './Holder.tsx'
import { openRequest, type Letter } from './opened.ts'
import { Progress } from './Progress.tsx'
import { ReplyEditor } from './ReplyEditor.tsx'
import { safeNow } from './safe.ts'
import type { Session } from './session.ts'
import { useAct } from './useAct.ts'
import { ago, atHour, stateOf } from './words.ts'

/** What is open on the screen, as of a revision. */
export interface Open {
  rev: number
  words: Words
  letters: Letter[]
  earlier: { hour: number; words: Words }[]
  opened: Opened
}

export function RequestView({ session, item }: { session: Session; item: Item }) {
  const [open, setOpen] = useState<Open>()
  const { act, problem, busy } = useAct(session)
  const { cards, desk, me } = session
  const card = cards.get(item.ref)
  const mine = item.takenBy === me.name
  const look = () =>
    act(async () => {
      setOpen(await openRequest(session, item.ref))
    })
  const changed = open && (item.unseen || item.withdrawn)

  return (
    <>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <p className="big">{stateOf(item)}</p>
      <p className="quiet">
        Kom {atHour(item.hour)} ({ago(item.hour, desk.hour)}).{' '}
        {item.readAt === null ? 'Ingen har läst den.' : `Läst första gången ${atHour(item.readAt)}.`}
        {item.transferredAt !== null && ` Överförd ${atHour(item.transferredAt)}.`}
      </p>
      {item.withdrawn && (
        <div className="error">
          <h2>Kontakta inte</h2>
          <p>
            Hon har tagit tillbaka sin förfrågan. Innehållet är dolt. Ring inte, skriv inte. Har någon
            redan läst att ett barn eller hennes liv är i fara: ring inte henne, prata med chefen om
            ni måste anmäla.
          </p>
        </div>
      )}
      {card && !item.withdrawn && (
        <>
          <Safe session={session} item={item} />
          <CardView card={card} item={item} />
        </>
      )}
      <Holder session={session} item={item} act={act} busy={busy} />
      {card && mine && !item.withdrawn && (
        <section className="panel">
          <h2>Det hon skrev</h2>
          {changed && (
            <p className="warn" role="alert">
              Hon har skrivit något nytt sedan du öppnade. Öppna igen innan du gör något.
            </p>
          )}
          {(!open || changed) && (
            <p>
              <button className="main" disabled={busy} onClick={() => void look()}>
                {open ? 'Öppna igen' : 'Öppna det hon skrev'}
              </button>{' '}
              <span className="quiet">Öppnandet loggas med ditt namn.</span>
            </p>
          )}
          {open && <Written open={open} />}
        </section>
      )}
      {card && mine && open && !item.withdrawn && (
        <>
          <FirstCall card={card} words={open.words} />
          <Progress session={session} item={item} act={act} busy={busy} />
          <ReplyEditor
            session={session}
            item={item}
            card={card}
            words={open.words}
            letters={open.letters}
            onSent={() => void look()}
          />
          <Export session={session} item={item} card={card} open={open} act={act} />
        </>
      )}
      {!item.withdrawn && <Duties />}
    </>
  )
}

function Safe({ session: { cards, now }, item }: { session: Session; item: Item }) {
  const card = cards.get(item.ref)
  if (!card) return null
  const { safe, why, age, holiday } = safeNow(card.request, item.hersAt, now)
  return (
    <p className={safe ? 'verdict safe' : 'verdict'}>
      <b>{safe ? 'Säkert att ringa nu' : 'Ring inte nu'}</b> {why}
      {card.request.days && ` Hon gav tiderna ${age < 1 ? 'i dag' : `för ${age} dagar sedan`}.`}
      {holiday && ` I dag är det ${holiday}: andra kan vara hemma.`}
    </p>
  )
}

/** Her own words, as text only. */
function Written({ open: { words, earlier } }: { open: Open }) {
  const { number, name, word, wordBack, text } = words.request
  return (
    <>
      <dl>
        <Line name="Nummer">{number}</Line>
        <Line name="Vill kallas">{name}</Line>
        <Line name="Ordet vi säger">{word}</Line>
        <Line name="Det hon svarar">{wordBack}</Line>
      </dl>
      <p className="hers" dir="auto">
        {text ?? 'Hon skrev ingen text.'}
      </p>
      <p className="quiet">
        Klistra inte in texten i en översättningstjänst. Låt en telefontolk läsa upp den.
      </p>
      {earlier.length > 0 && (
        <details>
          <summary>
            <strong>Ändrad.</strong> Så stod det förut. Stämmer numret? Någon annan kan ha hennes kod.
          </summary>
          {earlier.map(({ hour, words: before }, at) => (
            <p className="hers" dir="auto" key={at}>
              {atHour(hour)}: {before.request.number ?? 'inget nummer'}. {before.request.text}
            </p>
          ))}
        </details>
      )}
    </>
  )
}

function Line({ name, children }: { name: string; children: string | undefined }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd translate="no" dir="auto">
        {children}
      </dd>
    </div>
  ) : null
}
