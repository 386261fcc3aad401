/** The whole request as she will send it, part by part, each with a way back to change it. */
import { answers, type Field, type Request } from '../contact/request.ts'
import { fieldsOf, type Step } from './steps.ts'
import { dayInWords, listInWords, type Say } from './words.ts'

export function Look({
  say,
  language,
  request,
  steps,
  onChange,
}: {
  say: Say
  language: string
  request: Partial<Request>
  steps: Step[]
  onChange: (step: Step) => void
}) {
  const parts = steps
    .map((step) => ({ step, asked: fieldsOf[step].filter((field) => request[field]) }))
    .filter(({ asked }) => asked.length > 0)
  return (
    <section className="look">
      <h3>{say('look.title')}</h3>
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

function answer(say: Say, language: string, field: Field, value: Request[Field]): string {
  if (field === 'readsPoorly' || field === 'woman') return say('own.yes')
  if (field === 'untilDate' || field === 'soonDate') return dayInWords(String(value), language)
  if (!isClosed(field)) return String(value)
  const said = [value ?? []].flat().map((one) => {
    const text = String(one)
    return field === 'hours'
      ? text.replace('-', '–')
      : say(`${field}.${text}`, { sms: say('sms.text') })
  })
  return listInWords(said, language)
}
