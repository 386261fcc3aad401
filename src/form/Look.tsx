/** The whole request as she will send it, part by part, each with a way back to change it. */
import { Fragment, type ReactNode } from 'react'

import { isDay } from '../contact/day.ts'
import { answers, type Field, type Request } from '../contact/request.ts'
import { fieldsIn, type Step } from './steps.ts'
import { dateInWords, listInParts, type Say } from './words.ts'

export function Look({
  say,
  title,
  language,
  request,
  steps,
  onChange,
}: {
  say: Say
  title: string
  language: string
  request: Partial<Request>
  steps: Step[]
  onChange: (step: Step) => void
}) {
  const parts = steps
    .map((step) => ({
      step,
      asked: fieldsIn(step, request.other).filter((field) => request[field]),
    }))
    .filter(({ asked }) => asked.length > 0)
  return (
    <section className="look">
      <h3>{title}</h3>
      {parts.map(({ step, asked }) => (
        <div key={step}>
          <dl>
            {asked.map((field) => (
              <div key={field}>
                <dt>{question(say, field)}</dt>
                <dd>{answer(say, language, field, request[field])}</dd>
              </div>
            ))}
          </dl>
          <button
            type="button"
            aria-label={`${say('form.change')}: ${question(say, asked[0] ?? 'how')}`}
            onClick={() => onChange(step)}
          >
            {say('form.change')}
          </button>
        </div>
      ))}
    </section>
  )
}

const isClosed = (field: Field): field is keyof typeof answers & Field => field in answers

const question = (say: Say, field: Field) =>
  say(isClosed(field) && field !== 'area' ? `${field}.question` : `${field}.label`)

function answer(say: Say, language: string, field: Field, value: Request[Field]): ReactNode {
  if (field === 'readsPoorly' || field === 'woman') return say('own.yes')
  if (field.endsWith('Date') && isDay(String(value))) return dateInWords(String(value), language)
  // Digits and her own words keep their direction in a page that is written the other way.
  if (field === 'number') return <bdi dir="ltr">{String(value)}</bdi>
  if (!isClosed(field)) return <bdi dir="auto">{String(value)}</bdi>
  const said = [value ?? []].flat().map((one) => {
    const text = String(one)
    return field === 'hours'
      ? text.replace('-', '–')
      : say(`${field}.${text}`, { sms: say('sms.text') })
  })
  return listInParts(said, language).map(({ type, value: part }, at) =>
    type === 'element' && field === 'hours' ? (
      <bdi key={at} dir="ltr">
        {part}
      </bdi>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}
