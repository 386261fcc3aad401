/** What to say in the first call, in order, from what she has chosen. Nothing untrue is ever said. */
import type { ReactNode } from 'react'

import type { Card, Words } from '../contact/envelope.ts'
import { needsNumber } from '../contact/request.ts'
import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import { smsIn } from './sms.ts'
import { Verdict } from './Verdict.tsx'

interface Props {
  session: Session
  item: Item
  card: Card
  words: Words
}

export function FirstCall({ session, item, card: { request, language }, words }: Props) {
  if (!needsNumber(request.how)) return null
  const calls = request.how === 'call'
  const spoken = { request, words: words.request }
  return (
    <section className="panel script">
      <h2>{calls ? 'Första samtalet' : 'Sms'}</h2>
      <Verdict session={session} item={item} />
      <p className="big" translate="no">
        {words.request.number}
      </p>
      {request.whom && request.whom !== 'self' && (
        <p>
          <b>Numret går till den som skrev.</b> Sök aldrig den det gäller.
        </p>
      )}
      {calls ? (
        <>
          <ol>
            <li>
              Ring med <b>{request.shown === 'ours' ? 'vårt nummer' : 'dolt nummer'}</b>.
            </li>
            <Steps {...spoken} />
          </ol>
          <IfNotHer {...spoken} language={language} />
        </>
      ) : (
        <>
          <p>
            <b>Ring inte.</b> Skicka bara det sms hon har sett: <Sms language={language} /> Skicka
            det från den telefon som ni har bestämt. Svarar någon på det: det är kanske inte hon.
          </p>
          <p>
            <b>Om hon ringer upp:</b>
          </p>
          <ol>
            <Steps {...spoken} />
          </ol>
        </>
      )}
      <p className="quiet">
        Det kan vara någon annan som har skrivit. Bekräfta aldrig för någon att en förfrågan finns.
      </p>
    </section>
  )
}

interface Spoken {
  request: Card['request']
  words: Words['request']
}

/** First name, the agreed word, only then who we are, only then the subject. */
function Steps({ request, words: { name, word, wordBack } }: Spoken) {
  return (
    <>
      <li>
        Säg bara ditt förnamn. Säg inte varifrån du ringer, inte vad det gäller.
        {request.interpreter?.includes('first') && ' Ha tolken med från början.'}
      </li>
      {word ? (
        <li>
          Säg ordet: <Said>{word}</Said>
        </li>
      ) : (
        <li>
          Inget ord är bestämt.{' '}
          {name ? (
            <>
              Fråga efter <Said>{name}</Said>.
            </>
          ) : (
            'Fråga inte efter någon, för hon har inte gett ett namn. Vänta på vad hon säger.'
          )}{' '}
          Säg inget om ämnet innan hon själv gör det.
        </li>
      )}
      {word && wordBack && (
        <li>
          Vänta på hennes svar: <Said>{wordBack}</Said> Kommer ett annat svar: tacka och lägg på.
        </li>
      )}
      <li>
        {request.sayWho === 'yes'
          ? 'När du vet att det är hon: säg vilka vi är.'
          : 'Säg inte vilka vi är. Hon har inte sagt att vi får. Vänta tills hon själv frågar och kan prata.'}
      </li>
      <li>
        Fråga: <Said>Kan du prata nu? Är du ensam?</Said>
      </li>
      <li>
        Om inte: <Said>Då ringer jag inte igen förrän du säger till.</Said>
      </li>
    </>
  )
}

/** Exactly what she chose; where she chose nothing, the most careful. */
function IfNotHer({ request, words: { name }, language }: Spoken & { language: string }) {
  const { other, noAnswer = 'stop', voicemail } = request
  return (
    <>
      <p>
        <b>Svarar någon annan:</b>{' '}
        {other === 'ask' && name ? (
          <>
            säg bara ditt förnamn och fråga efter <Said>{name}</Said>. Säg inget mer.
          </>
        ) : (
          `lägg på.${other === 'ask' ? ' Hon har inte gett ett namn att fråga efter.' : ''}`
        )}
      </p>
      <p>
        <b>Svarar ingen:</b> {noAnswer === 'next' && 'ring nästa tid hon valt.'}
        {noAnswer === 'sms' && (
          <>
            skicka det sms hon har sett: <Sms language={language} />
          </>
        )}
        {noAnswer === 'stop' && 'ring inte igen. Skriv ett svar här.'}{' '}
        {voicemail === 'yes' ? 'Du får lämna ett meddelande.' : 'Lämna inget meddelande.'}
      </p>
    </>
  )
}

const Said = ({ children }: { children: ReactNode }) => (
  <q dir="auto" translate="no">
    {children}
  </q>
)

const Sms = ({ language }: { language: string }) => <Said>{smsIn(language)}</Said>
