/** What to say in the first call, in order, from what she has chosen. Nothing untrue is ever said. */
import type { ReactNode } from 'react'

import type { Card, Words } from '../contact/envelope.ts'
import type { Item } from '../contact/staff.ts'
import type { Session } from './session.ts'
import { Verdict } from './Verdict.tsx'

interface Props {
  session: Session
  item: Item
  card: Card
  words: Words
}

export function FirstCall({ session, item, card: { request }, words }: Props) {
  if (request.how !== 'call' && request.how !== 'sms') return null
  const { number, name, word, wordBack } = words.request
  const calls = request.how === 'call'
  return (
    <section className="panel script">
      <h2>{calls ? 'Första samtalet' : 'Sms, och om hon ringer'}</h2>
      <Verdict session={session} item={item} />
      <p className="big" translate="no">
        {number}
      </p>
      {request.whom && request.whom !== 'self' && (
        <p>
          <b>Numret går till den som skrev.</b> Sök aldrig den det gäller.
        </p>
      )}
      {!calls && (
        <p>
          Skicka bara det sms hon har sett, från den telefon som ni har bestämt. Svarar någon på
          sms:et: det är kanske inte hon.
        </p>
      )}
      <ol>
        <li>
          Ring med <b>{request.shown === 'ours' ? 'vårt nummer' : 'dolt nummer'}</b>.
        </li>
        <li>
          Säg bara ditt förnamn. Säg inte var du ringer ifrån, inte vad det gäller.
          {request.interpreter?.includes('first') && ' Ha tolken med från början.'}
        </li>
        {word ? (
          <>
            <li>
              Säg ordet: <Said>{word}</Said>
            </li>
            {wordBack && (
              <li>
                Vänta på hennes svar: <Said>{wordBack}</Said> Kommer ett annat svar: tacka och lägg
                på.
              </li>
            )}
          </>
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
      </ol>
      <p>
        <b>Svarar någon annan:</b>{' '}
        {request.other === 'ask'
          ? name
            ? `säg bara ditt förnamn och fråga efter ${name}. Säg inget mer.`
            : 'lägg på. Hon har inte gett ett namn att fråga efter.'
          : 'lägg på.'}
      </p>
      <p>
        <b>Svarar ingen:</b>{' '}
        {request.noAnswer === 'next'
          ? 'ring nästa tid hon valt.'
          : request.noAnswer === 'sms'
            ? 'skicka det sms hon har sett.'
            : 'ring inte igen. Skriv ett svar här.'}{' '}
        {request.voicemail === 'yes' ? 'Du får lämna ett meddelande.' : 'Lämna inget meddelande.'}
      </p>
      <p className="quiet">
        Det kan vara någon annan som har skrivit. Bekräfta aldrig för någon att en förfrågan finns.
      </p>
    </section>
  )
}

const Said = ({ children }: { children: ReactNode }) => (
  <q dir="auto" translate="no">
    {children}
  </q>
)
