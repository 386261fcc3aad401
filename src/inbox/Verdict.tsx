/** Whether it is safe to call or text now, why not, and how old her times are. */
import type { Item } from '../contact/staff.ts'
import { safetyOf } from './safe.ts'
import type { Session } from './session.ts'

interface Props {
  session: Session
  item: Item
}

export function Verdict({ session: { cards, me, now }, item }: Props) {
  const card = cards.get(item.ref)
  if (!card) return null
  const { safe, why, but, age, holiday } = safetyOf(me.name, item, card, now)
  const texts = card.request.how === 'sms'
  const yes = `${[texts ? 'Säkert att skicka sms nu' : 'Säkert att ringa nu', ...but].join(', ')}.`
  const no = texts ? 'Skicka inte sms nu.' : 'Ring inte nu.'
  return (
    <p className={safe ? 'verdict safe' : 'verdict'}>
      <b>{safe ? yes : no}</b> {why}
      {card.request.days && ` Hon gav tiderna ${daysAgo(age)}.`}
      {holiday && ` I dag är det ${holiday}: andra kan vara hemma.`}
    </p>
  )
}

function daysAgo(days: number): string {
  if (days < 1) return 'det senaste dygnet'
  return days === 1 ? 'för en dag sedan' : `för ${days} dagar sedan`
}
