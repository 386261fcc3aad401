/** After sending: what happens next and by which day, the code, and what to do with it. */
import type { ReactNode } from 'react'

import { inGroups } from '../contact/code.ts'
import { Call, Phones } from './notices.tsx'
import { ownNumber, type PlaceProps, type Reading } from './place.ts'
import { around, dayInWords, sayer, type Say, type Words } from './words.ts'

export interface SentProps extends PlaceProps, Pick<Reading, 'state'> {
  words: Words
  /** Twenty digits. */
  code: string
  how: 'call' | 'sms' | 'code' | 'herself'
  /** The day by which staff are in touch, ISO date; left out while nobody reads. */
  by?: string | undefined
}

export function Sent(props: SentProps) {
  const { words, state, how, code, phones, links, hours, address } = props
  const say = sayer(words)
  return (
    <section className="sent" tabIndex={-1}>
      <h2>{say('sent.title')}</h2>
      {state === 'nobody' && <p className="danger">{say('sent.nobody')}</p>}
      {state !== 'nobody' && <p>{next(say, props)}</p>}
      {(state === 'nobody' || how === 'herself') && <Phones say={say} phones={phones} />}
      {how === 'herself' && hours && <OfRvc name={say('sent.hours')}>{hours}</OfRvc>}
      {how === 'herself' && address && <OfRvc name={say('sent.address')}>{address}</OfRvc>}
      <h2>{say('code.title')}</h2>
      <output data-code="" translate="no" dir="ltr">
        {inGroups(code)}
      </output>
      <p>{say('code.what')}</p>
      <p>{say('code.choose')}</p>
      <ul>
        <li>{say('code.write')}</li>
        <li>{say('code.trusted')}</li>
        <li>{say(ownNumber(phones) ? 'code.none' : 'code.noneNoPhone')}</li>
      </ul>
      <p>
        <b>{say('code.picture')}</b>
      </p>
      <p>
        <a href={links.svar}>{say('code.use')}</a>
      </p>
      <p>{say('sent.end')}</p>
    </section>
  )
}

/** What staff have written in the settings, in Swedish. */
function OfRvc({ name, children }: { name: string; children: string }) {
  return (
    <p>
      {`${name} `}
      <bdi lang="sv" translate="no">
        {children}
      </bdi>
    </p>
  )
}

function next(say: Say, { how, by, language, phones }: SentProps): ReactNode {
  if (how === 'herself') return say('sent.herself')
  const key = how === 'code' ? 'sent.read' : 'sent.answer'
  if (!by) return say(key)
  const phone = ownNumber(phones)
  return around(
    say(`${key}By${phone ? '' : 'NoPhone'}`, {
      by: dayInWords(by, language),
      phone: '{{phone}}',
    }),
    phone ? { phone: <Call key="phone" phone={{ number: phone }} /> } : {},
  )
}
