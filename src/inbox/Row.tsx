/** One request in a list. */
import type { Item } from '../contact/staff.ts'
import { safeNow } from './safe.ts'
import { sameAs, type Session } from './session.ts'
import { ago, inWords, languageWords, stateOf } from './words.ts'

interface Props {
  session: Session
  item: Item
  onPick: (ref: string) => void
}

export function Row({ session, item, onPick }: Props) {
  const { cards, desk, me, now } = session
  const card = cards.get(item.ref)
  const twins = sameAs(item.ref, cards)
  return (
    <li data-request={item.ref} data-state={item.withdrawn ? 'withdrawn' : item.state}>
      <button onClick={() => onPick(item.ref)}>
        <b translate="no">{item.ref}</b> <span className="stands">{stateOf(item)}</span>
      </button>
      {item.unseen && !item.withdrawn && item.readAt !== null && (
        <strong>Nytt från henne</strong>
      )}
      {card && !item.withdrawn && <Badge session={session} item={item} now={now} />}
      <p>{about(session, item)}</p>
      <p className="quiet">
        Kom {ago(item.hour, desk.hour)}
        {item.hersAt > item.hour && `, skrev igen ${ago(item.hersAt, desk.hour)}`}
        {item.next && ` · nästa tid ${item.next.replace('T', ' ')}`}
        {item.notFor.includes(me.name) && ' · du har lämnat vidare'}
      </p>
      {twins.length > 0 && (
        <p className="quiet">Samma förfrågan har skickats {twins.length + 1} gånger: {twins.join(', ')}</p>
      )}
    </li>
  )
}

function Badge({ session, item, now }: { session: Session; item: Item; now: number }) {
  const card = session.cards.get(item.ref)
  if (!card) return null
  return safeNow(card.request, item.hersAt, now).safe ? (
    <em className="safe">Säkert att ringa nu</em>
  ) : null
}

/** Way, language, place, and what happens soon; or why nothing can be shown. */
function about({ cards, me }: Session, item: Item): string {
  const card = cards.get(item.ref)
  if (item.withdrawn) return 'Hon har tagit tillbaka. Innehållet är dolt.'
  if (item.notFor.includes(me.name)) return 'Du har lämnat vidare. Innehållet är dolt för dig.'
  if (!card) return 'Går inte att läsa med din nyckel. En kollega kan göra den läsbar för dig.'
  const { request, language } = card
  const soon = inWords(request, 'soon')
  return [
    inWords(request, 'how'),
    request.speaks ?? languageWords[language] ?? language,
    inWords(request, 'area'),
    request.interpreter && 'tolk',
    soon && `snart: ${soon}${request.soonDate ? ` ${request.soonDate}` : ''}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
