/**
 * The form. The same markup is built into the page, rendered by a function for a reader without
 * JavaScript, and brought to life in her browser: without script one long form that posts itself,
 * with script one question at a time.
 */
import type { SubmitEventHandler, ReactNode, Ref } from 'react'

import { answers, type Field, type FormError, type Raw } from '../contact/request.ts'
import { Choice, Hint, idOf, Line, Tick, typed, wrong, Wrong, type Ask } from './controls.tsx'
import { Leaving } from './Leaving.tsx'
import { Nav, type Ways } from './Nav.tsx'
import { Call, Failed, State, Summary } from './notices.tsx'
import { toRing, type PlaceProps, type Reading } from './place.ts'
import type { NotSent } from './send.ts'
import { isMore, type Step as StepName } from './steps.ts'
import { around, dayInWords, sayer, type Words } from './words.ts'

export interface FormProps extends PlaceProps, Reading {
  words: Words
  /** The form comes from a function: it stays one long form also where script runs. */
  plain?: boolean
  values?: Raw | undefined
  errors?: FormError[]
  /** It was not sent, or perhaps not. */
  failed?: NotSent | undefined
  /** The day by which staff are in touch, ISO date. */
  by?: string | undefined
}

/** What only the form that lives in a browser has. */
export interface Live {
  form: Ref<HTMLFormElement>
  tie: (field: Field) => { name: string }
  /** Characters in a field now. */
  length: (field: Field) => number
  /** The steps that are shown now. */
  now: StepName[]
  short: boolean
  /** The phone is not hers alone: she is told of another way. */
  shared: boolean
  /** Questions that only mean something after another answer, and now do. */
  due: Field[]
  /** She has given days without hours, or hours without days. */
  half: boolean
  /** She is to be rung or sent a text, and has not said both a day and an hour. */
  noTime: boolean
  busy: boolean
  /** The whole request, to look through. */
  look?: ReactNode
  nav: Ways
  onSubmit: SubmitEventHandler
  onInput: () => void
  onPick: (error: FormError) => void
  onOtherWay: () => void
}

export function ContactForm({ live, ...props }: FormProps & { live?: Live }) {
  const { words, language, phones, values, errors = [], failed } = props
  const say = sayer(words)
  const ask: Ask = {
    say,
    values,
    errors,
    tie: live?.tie ?? ((name) => ({ name })),
    length: live?.length ?? ((name) => String(values?.[name] ?? '').length),
  }
  const now = live?.now ?? ['how']
  /** Where we are to ask for her, her name is asked there. */
  const asked = live?.due.includes('name')
  /** Whether anyone reads is said first, and again where she sends. */
  const edge = now.includes('how') || now.includes('send')
  const step = (name: StepName) => ({
    'data-step': name,
    'data-now': now.includes(name) ? '' : undefined,
    tabIndex: -1,
  })
  return (
    <form
      data-contact=""
      {...(props.plain ? { 'data-plain': '' } : { 'data-wake': '' })}
      data-short={live?.short ? '' : undefined}
      method="post"
      action={props.action}
      autoComplete="off"
      noValidate
      spellCheck={false}
      ref={live?.form}
      onSubmit={live?.onSubmit}
      onInput={live?.onInput}
    >
      {edge && <State {...props} say={say} />}
      {failed && <Failed say={say} phones={phones} {...failed} />}
      {errors.length > 0 && <Summary ask={ask} errors={errors} onPick={live?.onPick} />}
      {now.includes('how') && <p data-scripted="">{say('form.back')}</p>}
      <p className="unscripted">{say('form.backPlain')}</p>
      <p className="whole">{say('form.plain')}</p>
      <Choice
        ask={ask}
        name="how"
        step={step('how')}
        label={(way) => (
          <>
            {say(`how.${way}`)}
            <small>{say(`how.${way}Hint`, { sms: say('sms.text') })}</small>
          </>
        )}
      />
      <Choice ask={ask} name="whom" step={step('whom')} />
      <Step {...step('phone')} title={say('phone.title')}>
        <Choice ask={ask} name="own" row>
          <p className={live?.shared ? undefined : 'whole'}>{say('own.advice')}</p>
          {live?.shared && (
            <button type="button" onClick={live.onOtherWay}>
              {say('own.switch')}
            </button>
          )}
        </Choice>
        <Line ask={ask} name="number" type="tel" />
        <Choice ask={ask} name="shown" later={!live?.due.includes('shown')}>
          {props.callerId && <p lang="sv">{props.callerId}</p>}
        </Choice>
      </Step>
      <Step {...step('when')} title={say('when.title')}>
        <Choice ask={ask} name="days" many row />
        <Choice
          ask={ask}
          name="hours"
          many
          row
          label={(hours) => <span dir="ltr">{hours.replace('-', '–')}</span>}
        >
          <p role="status" className={live?.half ? undefined : 'whole'}>
            {say('when.both')}
          </p>
        </Choice>
        <Choice ask={ask} name="until" />
        <Line ask={ask} name="untilDate" type="date" later={!live?.due.includes('untilDate')} />
        <Choice ask={ask} name="late" />
      </Step>
      <Step {...step('call')} title={say('call.title')}>
        <Choice ask={ask} name="voicemail" row />
        <Choice ask={ask} name="sayWho" row />
        <Choice
          ask={ask}
          name="noAnswer"
          label={(answer) => say(`noAnswer.${answer}`, { sms: say('sms.text') })}
        />
        <Choice ask={ask} name="other" />
        {asked && <Line ask={ask} name="name" label="name.asked" />}
      </Step>
      <Step {...step('word')} title={say('word.question')}>
        <Line ask={ask} name="word" />
        <Line ask={ask} name="wordBack" />
      </Step>
      <Step {...step('you')} title={say('you.title')}>
        {!asked && <Line ask={ask} name="name" />}
        <Choice ask={ask} name="soon" many />
        <Line ask={ask} name="soonDate" type="date" later={!live?.due.includes('soonDate')} />
        <Area ask={ask} />
        <Choice ask={ask} name="report" row />
      </Step>
      <Step {...step('language')} title={say('language.title')}>
        <Line ask={ask} name="speaks" />
        <Line ask={ask} name="reads" />
        <Tick ask={ask} name="readsPoorly" />
        <Choice ask={ask} name="interpreter" many />
        <Choice ask={ask} name="senses" many />
        <Tick ask={ask} name="woman" />
      </Step>
      <Step {...step('text')} title={<label htmlFor={idOf('text')}>{say('text.label')}</label>}>
        <Hint say={say} of="text" />
        <Wrong ask={ask} name="text" />
        <textarea
          autoComplete="off"
          id={idOf('text')}
          rows={6}
          defaultValue={typed(values, 'text')}
          {...wrong(ask, 'text')}
          {...ask.tie('text')}
        />
      </Step>
      <p className="unseen" aria-hidden="true">
        <label>
          {say('form.trap')}
          <input name="subject" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <Step {...step('send')} title={say('send.title')}>
        {live?.look}
        <ul>
          {live?.noTime && <li>{say('send.noTime')}</li>}
          <li data-by={props.by ?? ''}>
            {props.by
              ? say('send.readBy', { by: dayInWords(props.by, language) })
              : say('send.read')}
          </li>
          <li>{say('send.record')}</li>
          <li>{say('send.children')}</li>
          <li>{say('send.leaveOut')}</li>
        </ul>
        <p className="whole">
          {around(say('form.noCode'), { phone: <Call key="phone" phone={toRing(phones)} /> })}
        </p>
        <button type="submit" aria-disabled={live?.busy || undefined}>
          {say(live?.busy ? 'form.sending' : failed ? 'failed.again' : 'form.send')}
        </button>
      </Step>
      <Nav say={say} nav={live?.nav} />
      <Leaving say={say} />
    </form>
  )
}

function Step({ title, children, ...step }: { title: ReactNode; children: ReactNode }) {
  return (
    <fieldset {...step}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Area({ ask }: { ask: Ask }) {
  return (
    <div className={isMore('area') ? 'more' : undefined}>
      <label htmlFor={idOf('area')}>{ask.say('area.label')}</label>
      <select id={idOf('area')} defaultValue={typed(ask.values, 'area')} {...ask.tie('area')}>
        <option value="">{ask.say('area.none')}</option>
        {answers.area.map((area) => (
          <option key={area} value={area}>
            {ask.say(`area.${area}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
