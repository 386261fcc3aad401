/** One request in a list. */
import type { Item } from '../contact/staff.ts'
import { readyFor, safetyOf } from './safe.ts'
import type { Session } from './session.ts'
import { ago, atTime, inWords, languageIn, stateOf } from './words.ts'

interface Props {
  session: Session
  item: Item
  onPick: (ref: string) => void
}

export function Row({ session, item, onPick }: Props) {
  const { cards, desk, me, now } = session
  const card = cards.get(item.ref)
  const twins = session.twins.get(item.ref) ?? []
  return (
    <li data-request={item.ref} data-state={item.withdrawn ? 'withdrawn' : item.state}>
      <button onClick={() => onPick(item.ref)}>
        <b translate="no">{item.ref}</b> <span className="stands">{stateOf(item)}</span>
      </button>
      <div>
        <p>
          {item.unseen && (item.withdrawn || item.readAt !== null) && (
            <strong>Nytt från henne</strong>
          )}
          {readyFor(me.name, item, card, now) && (
            <em className="safe">
              {[
                card?.request.how === 'sms' ? 'Säkert att skicka sms nu' : 'Säkert att ringa nu',
                ...safetyOf(me.name, item, card, now).but,
              ].join(', ')}
            </em>
          )}
          <About session={session} item={item} />
        </p>
        <p className="quiet">
          Kom {ago(item.hour, desk.hour)}
          {item.hersAt > item.hour && `, skrev igen ${ago(item.hersAt, desk.hour)}`}
          {item.next &&
            ` · nästa gång ${atTime(item.next)}${item.takenBy ? ` av ${item.takenBy}` : ''}`}
        </p>
        {twins.length > 0 && (
          <p className="quiet">
            Samma förfrågan är skickad {twins.length + 1} gånger: se också {twins.join(', ')}
          </p>
        )}
      </div>
    </li>
  )
}

/** Way, language, place, and what happens soon; or why nothing can be shown. */
function About({ session: { cards, me, unreadable }, item }: Pick<Props, 'session' | 'item'>) {
  const card = cards.get(item.ref)
  if (item.withdrawn)
    return item.unseen
      ? 'Hon har tagit tillbaka, och sedan skrivit igen. Läs, men kontakta inte.'
      : 'Hon har tagit tillbaka. Innehållet är dolt.'
  if (item.notFor.includes(me.name)) return 'Du har lämnat vidare. Innehållet är dolt för dig.'
  if (unreadable.has(item.ref)) return 'Går inte att läsa med din nyckel.'
  if (!card) return 'Öppnas …'
  const { request, language } = card
  const soon = inWords(request, 'soon')
  const rest = [
    inWords(request, 'area'),
    request.interpreter && 'tolk',
    soon && `snart: ${soon}${request.soonDate ? ` ${request.soonDate}` : ''}`,
  ].filter(Boolean)
  return (
    <>
      {inWords(request, 'how')} · <bdi>{request.speaks ?? languageIn(language)}</bdi>
      {rest.map((one) => ` · ${one}`)}
    </>
  )
}
