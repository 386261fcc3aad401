/** A reply: from a template in her language with the Swedish beside, seen as she will see it. */
import { useId, useState } from 'react'

import templates from '../../content/contact/replies.json'
import { fromText, toText } from '../contact/bytes.ts'
import type { Card, Words } from '../contact/envelope.ts'
import { longestMessage, sealMessage } from '../contact/message.ts'
import type { Item } from '../contact/staff.ts'
import { placeAndTime } from './place-time.ts'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'
import { languageIn } from './words.ts'

interface Props {
  session: Session
  item: Item
  act: Act
  card: Card
  words: Words
  /** She has written since this was opened: nothing is sent before it is opened again. */
  old: boolean
  onSent: () => void
}

const written = ['sv', 'latt', 'en', 'ar'] as const
type Written = (typeof written)[number]

/** Languages in which staff may write freely; in others someone who knows it must have read. */
const known: Written[] = ['sv', 'latt', 'en']

export function ReplyEditor({ session, item, act, card, words, old, onSent }: Props) {
  const start = written.find((one) => one === card.language) ?? 'sv'
  const [language, setLanguage] = useState<Written>(start)
  const [template, setTemplate] = useState('')
  const [text, setText] = useState(session.drafts.get(item.ref) ?? '')
  const [read, setRead] = useState(false)
  const id = useId()
  const chosen = templates.find(({ id }) => id === template)
  const free = text.trim() !== '' && text.trim() !== chosen?.[language]
  const foreign = free && (!known.includes(language) || isForeign(text))
  const stopped = whyNot(text, foreign && !read)

  function write(next: string) {
    setText(next)
    setRead(false)
    session.drafts.set(item.ref, next)
  }

  async function send() {
    const sent = await act(async () => {
      const message = { n: item.replies + 1, hour: session.desk.hour, text: text.trim() }
      const box = await sealMessage(fromText(words.key), fromText(card.loc), 'staff', message)
      await session.api.reply(item.ref, { rev: item.rev, n: message.n, message: toText(box) })
    }, 'Svaret är skickat.')
    if (!sent) return
    write('')
    session.drafts.delete(item.ref)
    setTemplate('')
    onSent()
  }

  return (
    <>
      <h3>Svara</h3>
      <p className="quiet">
        Hon läser svaret med sin kod. Den som har koden kan läsa det. Skriv inget som avslöjar
        ämnet, och aldrig både plats och tid.
      </p>
      <div className="row">
        <div>
          <label htmlFor={`${id}template`}>Mall</label>
          <select
            id={`${id}template`}
            value={template}
            onChange={({ target }) => {
              setTemplate(target.value)
              const next = templates.find(({ id }) => id === target.value)
              if (next) write(next[language])
            }}
          >
            <option value="">Egen text</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}language`}>Språk</label>
          <select
            id={`${id}language`}
            value={language}
            onChange={({ target }) => {
              const next = target.value as Written
              setLanguage(next)
              if (chosen && !free) write(chosen[next])
            }}
          >
            {written.map((one) => (
              <option key={one} value={one}>
                {languageIn(one)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <label htmlFor={`${id}text`}>Text</label>
      <textarea
        id={`${id}text`}
        rows={5}
        dir="auto"
        value={text}
        onChange={(event) => write(event.target.value)}
        aria-describedby={`${id}state`}
      />
      {chosen && language !== 'sv' && (
        <p>
          <b>{free ? 'Mallen, på svenska:' : 'På svenska:'}</b> {chosen.sv}
        </p>
      )}
      {foreign && (
        <label className="tick">
          <input type="checkbox" checked={read} onChange={() => setRead(!read)} />
          En översättare som kan språket har läst texten
        </label>
      )}
      <p id={`${id}state`} role="status" className={stopped ? 'warn' : 'quiet'}>
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
      <button
        className="main"
        disabled={old || !text.trim() || Boolean(stopped)}
        onClick={() => void send()}
      >
        Skicka svaret
      </button>
    </>
  )
}

/** Whether a text is in another script than Latin: then it is neither Swedish nor English. */
const isForeign = (text: string) => /(?!\p{Script=Latin})\p{L}/u.test(text)

/** Why a text may not be sent, in Swedish; undefined if it may. */
function whyNot(text: string, unread: boolean): string | undefined {
  if (text.length > longestMessage)
    return `För långt. Ta bort ${text.length - longestMessage} tecken.`
  if (placeAndTime(text))
    return 'Svaret säger både plats och tid. Den som har koden kan vara någon annan och vänta där. Kom överens om platsen med rösten.'
  if (unread) return 'Språket kan du kanske inte själv. Låt en översättare läsa först.'
  return undefined
}
