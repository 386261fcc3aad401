/** What is said before the form: that nobody reads it, that it was not sent, what is wrong in it. */
import { inGroups } from '../contact/code.ts'
import type { FormError } from '../contact/request.ts'
import { idOf, sayError, type Ask } from './controls.tsx'
import type { Phone, Reading } from './place.ts'
import { around, dateInWords, type Say } from './words.ts'

/** Why it was not sent. `unsure`: it went out, and no answer came: perhaps it has arrived. */
export type Why = 'full' | 'storage' | 'busy' | 'network' | 'unsure'

/** 112 first, on a line of its own, then who else one may talk with. */
export function Phones({ say, phones }: { say: Say; phones: Phone[] }) {
  const [danger, ...talk] = phones
  return (
    <>
      {danger && (
        <p>
          {`${say('phones.danger')} `}
          <Call phone={danger} />
        </p>
      )}
      <p>
        {say('phones.talk')}
        {talk.map((phone) => (
          <span key={phone.number}>
            <span translate="no" lang="sv">{` ${phone.name} `}</span>
            <Call phone={phone} />
          </span>
        ))}
      </p>
    </>
  )
}

export function Call({ phone: { number } }: { phone: Pick<Phone, 'number'> }) {
  return (
    <a className="phone" href={`tel:${number.replaceAll(/[ -]/g, '')}`} dir="ltr" translate="no">
      {number}
    </a>
  )
}

/**
 * Both notices stand in the page and one is shown, or none, so that a server can change which
 * without rendering.
 */
export function State({
  say,
  language,
  phones,
  state,
  closed,
}: Reading & { say: Say; language: string; phones: Phone[] }) {
  const day = (date = '') => date && dateInWords(date, language)
  const days = {
    from: (
      <time key="from" data-from suppressHydrationWarning>
        {day(closed?.from)}
      </time>
    ),
    to: (
      <time key="to" data-to suppressHydrationWarning>
        {day(closed?.to)}
      </time>
    ),
  }
  return (
    <>
      <div className="notice" data-form-state="nobody" hidden={state !== 'nobody'}>
        <p>
          <b>{say('state.nobody')}</b>
        </p>
        <Phones say={say} phones={phones} />
      </div>
      <div className="notice" data-form-state="closed" hidden={state !== 'closed'}>
        <p>
          <b>{around(say('state.closed', { from: '{{from}}', to: '{{to}}' }), days)}</b>
        </p>
        <Phones say={say} phones={phones} />
      </div>
    </>
  )
}

/** Not sent, or perhaps not, why, and what she can do; what she wrote stands below. */
export function Failed({
  say,
  phones,
  why,
  code,
}: {
  say: Say
  phones: Phone[]
  why: Why
  /** Perhaps it has arrived, under this code: sent again, it is the same. */
  code?: string | undefined
}) {
  return (
    <div className="danger" role="alert" tabIndex={-1}>
      <p>{say(why === 'unsure' ? 'failed.unsureTitle' : 'failed.title')}</p>
      <p>{`${say(`failed.${why}`)} ${say('failed.kept')}${code ? ` ${say('failed.once')}` : ''}`}</p>
      {code && (
        <>
          <p>{say('failed.code')}</p>
          <output data-code-perhaps="" translate="no" dir="ltr">
            {inGroups(code)}
          </output>
        </>
      )}
      <Phones say={say} phones={phones} />
    </div>
  )
}

/** All that is wrong, with links to where. */
export function Summary({
  ask,
  errors,
  onPick,
}: {
  ask: Ask
  errors: FormError[]
  /** In the browser the field may stand in a step that is not shown. */
  onPick?: ((error: FormError) => void) | undefined
}) {
  return (
    <div className="danger" role="alert" tabIndex={-1}>
      <p>{ask.say('error.title')}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.wrong}>
            <a
              href={`#${idOf(error.field)}`}
              onClick={
                onPick &&
                ((event) => {
                  event.preventDefault()
                  onPick(error)
                })
              }
            >
              {sayError(ask, error)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
