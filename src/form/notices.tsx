/** What is said before the form: that nobody reads it, that it was not sent, what is wrong in it. */
import type { FormError } from '../contact/request.ts'
import { idOf, sayError, type Ask } from './controls.tsx'
import type { Phone, Reading } from './place.ts'
import { around, dateInWords, type Say } from './words.ts'

export type Why = 'full' | 'storage' | 'busy' | 'network'

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

function Call({ phone: { number } }: { phone: Phone }) {
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

/** Not sent, why, and what she can do; what she wrote stands below. */
export function Failed({
  say,
  phones,
  why,
  text = say('failed.kept'),
}: {
  say: Say
  phones: Phone[]
  why: Why
  text?: string
}) {
  return (
    <div className="danger" role="alert" tabIndex={-1}>
      <p>{say('failed.title')}</p>
      <p>{`${say(`failed.${why}`)} ${text}`}</p>
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
