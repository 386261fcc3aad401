/** Letters both ways, and a reply: from a template in her language, seen as she will see it. */
import { useState } from 'react'

import templates from '../../content/contact/replies.json'
import { fromText, toText } from '../contact/bytes.ts'
import type { Card, Words } from '../contact/envelope.ts'
import { longestMessage, sealMessage } from '../contact/message.ts'
import type { Item } from '../contact/staff.ts'
import type { Letter } from './opened.ts'
import { placeAndTime } from './place-time.ts'
import type { Session } from './session.ts'
import { useAct } from './useAct.ts'
import { atHour, languageWords } from './words.ts'

interface Props {
  session: Session
  item: Item
  card: Card
  words: Words
  letters: Letter[]
  onSent: () => void
}

const written = ['sv', 'latt', 'en', 'ar'] as const
type Written = (typeof written)[number]

/** Languages in which staff may write freely; in others someone who knows it must have read. */
const known: Written[] = ['sv', 'latt', 'en']

export function ReplyEditor({ session, item, card, words, letters, onSent }: Props) {
  const start = written.find((one) => one === card.language) ?? 'sv'
  const [language, setLanguage] = useState<Written>(start)
  const [template, setTemplate] = useState('')
  const [text, setText] = useState('')
  const [read, setRead] = useState(false)
  const { act, problem, busy } = useAct(session)
  const chosen = templates.find(({ id }) => id === template)
  const free = text.trim() !== (chosen?.[language] ?? '')
  const stopped = whyNot(text, free && !known.includes(language) && !read)

  const send = () =>
    act(async () => {
      const message = { n: item.replies + 1, hour: session.desk.hour, text: text.trim() }
      const box = await sealMessage(fromText(words.key), fromText(card.loc), 'staff', message)
      const body = { rev: item.rev, n: message.n, message: toText(box) }
      await session.api.reply(item.ref, body)
      setText('')
      setTemplate('')
      onSent()
    })

  return (
    <section className="panel">
      <h2>Brev</h2>
      {letters.length === 0 && <p className="quiet">Inget svar är skickat.</p>}
      <ol className="letters">
        {letters.map(({ n, from, hour, text: said }) => (
          <li key={from + n} className={from}>
            <p className="quiet">
              {from === 'her' ? 'Hon' : 'Vi'}, {atHour(hour)}
            </p>
            <p className="hers" dir="auto">
              {said ?? 'Går inte att öppna: brevet är skadat eller skrivet av någon utan nyckel.'}
            </p>
          </li>
        ))}
      </ol>
      <h3>Svara</h3>
      <p className="quiet">
        Hon läser svaret med sin kod. Den som har koden kan läsa det. Skriv inget som avslöjar
        ämnet, och aldrig både plats och tid.
      </p>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <label>
          Mall
          <select
            value={template}
            onChange={(event) => {
              setTemplate(event.target.value)
              const next = templates.find(({ id }) => id === event.target.value)
              if (next) setText(next[language])
            }}
          >
            <option value="">Egen text</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Språk
          <select
            value={language}
            onChange={(event) => {
              const next = event.target.value as Written
              setLanguage(next)
              if (chosen) setText(chosen[next])
            }}
          >
            {written.map((one) => (
              <option key={one} value={one}>
                {languageWords[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        Text
        <textarea
          rows={5}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-describedby="reply-state"
        />
      </label>
      {chosen && language !== 'sv' && (
        <p>
          <b>På svenska:</b> {chosen.sv}
        </p>
      )}
      {free && text && !known.includes(language) && (
        <label className="tick">
          <input type="checkbox" checked={read} onChange={() => setRead(!read)} />
          En översättare som kan språket har läst texten
        </label>
      )}
      <p id="reply-state" role="status" className={stopped ? 'warn' : 'quiet'}>
        {stopped ?? `${text.length} av ${longestMessage} tecken`}
      </p>
      {text && (
        <figure>
          <figcaption>Så ser hon det</figcaption>
          <p className="hers" dir="auto" lang={language === 'latt' ? 'sv' : language}>
            {text.trim()}
          </p>
        </figure>
      )}
      <button className="main" disabled={busy || !text.trim() || Boolean(stopped)} onClick={() => void send()}>
        Skicka svaret
      </button>
    </section>
  )
}

/** Why a text may not be sent, in Swedish; undefined if it may. */
function whyNot(text: string, unread: boolean): string | undefined {
  if (text.length > longestMessage)
    return `För långt. Ta bort ${text.length - longestMessage} tecken.`
  if (placeAndTime(text))
    return 'Svaret säger både plats och tid. Den som har koden kan vara någon annan och vänta där. Kom överens om platsen med rösten.'
  if (unread) return 'Språket kan du kanske inte själv. Låt en översättare läsa först.'
  return undefined
}
