/** The card: everything staff need to know before anyone opens what she wrote. */
import type { Card } from '../contact/envelope.ts'
import type { Item } from '../contact/staff.ts'
import { aboutCalls, inWords, languageIn, questions } from './words.ts'

interface Props {
  card: Card
  item: Item
}

export function CardView({ card, item }: Props) {
  const { request, language, via, suspect } = card
  const calls = request.how === 'call' || request.how === 'sms'
  const shown = Object.keys(questions).filter((name) => calls || !aboutCalls.includes(name))
  return (
    <section className="panel card">
      <h2>Kort</h2>
      {request.whom === 'other-unaware' && (
        <p className="error">Skriver för någon som inte vet om det. Kontakta bara den som skrev.</p>
      )}
      {request.own && request.own !== 'yes' && (
        <p className="warn">Någon annan kan se hennes telefon.</p>
      )}
      <dl>
        <div>
          <dt>Läste formuläret på</dt>
          <dd>{languageIn(language)}</dd>
        </div>
        {shown.map((name) => {
          const said = inWords(request, name)
          return said ? (
            <div key={name}>
              <dt>{questions[name]?.name}</dt>
              <dd dir="auto">{said}</dd>
            </div>
          ) : null
        })}
      </dl>
      <ul className="quiet">
        {via === 'plain' && (
          <li>Kom utan JavaScript: texten passerade servern i klartext ett ögonblick.</li>
        )}
        {suspect && <li>Kan vara en robot. Avgör själv.</li>}
        {Math.abs(card.hour - item.givenAt) > 2 && (
          <li>Hennes klocka går inte som vår. Fråga vilken tid hon menar.</li>
        )}
      </ul>
    </section>
  )
}
