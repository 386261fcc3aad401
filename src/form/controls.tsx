/** The kinds of question. Each is plain HTML that works on its own. */
import type { ReactNode } from 'react'

import { answers, longestText, type Field, type FormError, type Raw } from '../contact/request.ts'
import { isMore, presets } from './steps.ts'
import type { Say } from './words.ts'

/** What every question needs. */
export interface Ask {
  say: Say
  /** What has been answered so far, in the form without JavaScript. */
  values?: Raw | undefined
  errors: FormError[]
  /** Attributes that tie an input to its field; in the browser also its handlers. */
  tie: (field: Field) => { name: string }
  /** Characters in a field. */
  length: (field: Field) => number
}

/** The questions with a closed list of answers. */
type Closed = keyof typeof answers & Field

/** The id of a field's first input; the page has ids of its own. */
export const idOf = (field: Field) => `f-${field}`

/** A question with a closed list of answers, one (`radio`) or several (`checkbox`). */
export function Choice({
  ask,
  name,
  many = false,
  row = false,
  later = false,
  step,
  label = (answer) => ask.say(`${name}.${answer}`),
  children,
}: {
  ask: Ask
  name: Closed
  many?: boolean
  /** Short answers beside each other. */
  row?: boolean
  /** With script, shown when another answer asks for it. */
  later?: boolean
  /** Attributes of a step, where the question is one. */
  step?: object | undefined
  label?: (answer: string) => ReactNode
  children?: ReactNode
}) {
  return (
    <fieldset className={classes(row && 'row', isMore(name) && 'more', later && 'whole')} {...step}>
      <legend>
        {ask.say(`${name}.question`)}
        <Hint say={ask.say} of={name} />
      </legend>
      <Wrong ask={ask} name={name} />
      {(answers[name] as readonly string[]).map((answer, at) => (
        <label key={answer}>
          <input
            type={many ? 'checkbox' : 'radio'}
            id={at === 0 ? idOf(name) : undefined}
            value={answer}
            defaultChecked={isChosen(ask.values, name, answer) || undefined}
            data-how={name === 'how' ? answer : undefined}
            {...wrong(ask, name)}
            {...ask.tie(name)}
          />
          <span>{label(answer)}</span>
        </label>
      ))}
      {children}
    </fieldset>
  )
}

/** The line below a question, where one is written. */
export function Hint({ say, of }: { say: Say; of: string }) {
  const key = `${of}.hint`
  const text = say(key)
  return text === key ? null : <small>{text}</small>
}

/** A question that is ticked or left. */
export function Tick({ ask, name }: { ask: Ask; name: 'readsPoorly' | 'woman' }) {
  return (
    <label className="more">
      <input
        type="checkbox"
        id={idOf(name)}
        value="yes"
        defaultChecked={ask.values?.[name] === 'yes' || undefined}
        {...ask.tie(name)}
      />
      <span>{ask.say(`${name}.label`)}</span>
    </label>
  )
}

/** A question that is answered in a few words, with a number or with a day. */
export function Line({
  ask,
  name,
  type,
  later = false,
  label = `${name}.label`,
}: {
  ask: Ask
  name: Field
  type?: 'tel' | 'date'
  /** Key of another label, where it is asked for a reason of its own. */
  label?: string
  /** With script, shown when another answer asks for it. */
  later?: boolean
}) {
  return (
    <div className={classes(isMore(name) && 'more', later && 'whole')}>
      <label htmlFor={idOf(name)}>
        {ask.say(label)}
        <Hint say={ask.say} of={name} />
      </label>
      <Wrong ask={ask} name={name} />
      <input
        type={type}
        id={idOf(name)}
        dir={type === 'tel' ? 'ltr' : undefined}
        autoComplete="off"
        defaultValue={typed(ask.values, name)}
        {...wrong(ask, name)}
        {...ask.tie(name)}
      />
    </div>
  )
}

/** What is wrong with a field, at the field. */
export function Wrong({ ask, name }: { ask: Ask; name: Field }) {
  const error = ask.errors.find(({ field }) => field === name)
  return error ? (
    <p className="wrong" id={`${idOf(name)}-wrong`}>
      {sayError(ask, error)}
    </p>
  ) : null
}

/** Attributes of a field that is wrong. */
export const wrong = (ask: Ask, name: Field) =>
  ask.errors.some(({ field }) => field === name)
    ? { 'aria-invalid': true, 'aria-describedby': `${idOf(name)}-wrong` }
    : {}

/** A mistake in words; of a text that is too long, by how much. */
export function sayError({ say, length }: Ask, { field, wrong }: FormError): string {
  const over = length(field) - (field === 'text' ? longestText : 60)
  return say(`error.${wrong}`, { over })
}

/** The text of a field, if it has any. */
export const typed = (values: Raw | undefined, name: Field) => {
  const text = values?.[name]
  return typeof text === 'string' && text !== '' ? text : undefined
}

const isChosen = (values: Raw | undefined, name: Field, answer: string) =>
  values ? [values[name] ?? []].flat().includes(answer) : presets[name] === answer

const classes = (...names: (string | false)[]) => names.filter(Boolean).join(' ') || undefined
