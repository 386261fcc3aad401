/**
 * The code page: read replies, answer, withdraw. Unknown, old and unanswered codes are told apart
 * by nobody, and the words say so.
 */
import type { SubmitEventHandler, MouseEventHandler, ReactNode, Ref } from 'react'

import { longestMessage } from '../contact/message.ts'
import { Leaving } from './Leaving.tsx'
import { Call, Phones } from './notices.tsx'
import { ownNumber, type PlaceProps } from './place.ts'
import { around, dayInWords, sayer, type Words } from './words.ts'

export type Deed = 'read' | 'answer' | 'withdraw'

export interface ReplyProps extends PlaceProps {
  words: Words
  /** The form comes from a function: it stays as it is also where script runs. */
  plain?: boolean
  /** As it was typed. */
  code?: string | undefined
  /** The code cannot be one of ours: nothing was sent. `count`: how many digits it has. */
  wrong?: { is: 'length' | 'digit'; count: number } | undefined
  /** The code was asked for; an empty list when there is nothing to show. `hour`: since 1970. */
  replies?: { hour: number; text: string }[] | undefined
  /** Her answer, kept until it is sent, and what is wrong with it. */
  answer?: string | undefined
  answerWrong?: 'empty' | 'long' | undefined
  done?: 'answer' | 'withdraw' | undefined
  failed?: Deed | undefined
  /** It went out and no answer came: perhaps it was done all the same. */
  unsure?: boolean | undefined
}

/** What only the form that lives in a browser has. */
export interface LiveReply {
  form: Ref<HTMLFormElement>
  onSubmit: SubmitEventHandler
  onClick: MouseEventHandler
  busy: boolean
}

export function ReplyForm({ live, ...props }: ReplyProps & { live?: LiveReply }) {
  const { words, phones, wrong, done, failed } = props
  const say = sayer(words)
  const phone = ownNumber(phones)
  const outcome = (key: string) =>
    phone
      ? around(say(key, { phone: '{{phone}}' }), {
          phone: <Call key="phone" phone={{ number: phone }} />,
        })
      : say(`${key}NoPhone`)
  return (
    <form
      data-code-form=""
      {...(props.plain ? { 'data-plain': '' } : { 'data-wake': '' })}
      method="post"
      action={props.action}
      autoComplete="off"
      noValidate
      spellCheck={false}
      ref={live?.form}
      onSubmit={live?.onSubmit}
      onClick={live?.onClick}
    >
      {failed && (
        <div className="danger" role="alert" tabIndex={-1}>
          <p>
            {say(
              failed === 'read'
                ? 'reply.failed'
                : `${failed}.${props.unsure ? 'unsure' : 'failed'}`,
            )}
          </p>
          <Phones say={say} phones={phones} />
        </div>
      )}
      {done && (
        <p className="said" role="status" tabIndex={-1}>
          {done === 'withdraw' ? outcome('withdraw.done') : say('answer.done')}
        </p>
      )}
      <div>
        <label htmlFor="code">
          {say('reply.code')}
          <small>{say('reply.codeHint')}</small>
        </label>
        {wrong && (
          <p className="wrong" id="code-wrong" role="alert">
            {say(`reply.${wrong.is}`, { count: wrong.count })}
          </p>
        )}
        <input
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          translate="no"
          defaultValue={done === 'withdraw' ? undefined : props.code}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong && 'code-wrong'}
        />
        <button type="submit" name="do" value="read" aria-disabled={live?.busy || undefined}>
          {say(live?.busy ? 'reply.reading' : 'reply.read')}
        </button>
      </div>
      {props.replies && <Replies {...props} replies={props.replies} none={outcome('reply.none')} />}
      {(props.replies || props.answer) && <Answer {...props} />}
      <details key={done}>
        <summary>{say('withdraw.title')}</summary>
        <p>{say('withdraw.means')}</p>
        <button type="submit" name="do" value="withdraw">
          {say('withdraw.yes')}
        </button>
      </details>
      <Leaving say={say} />
    </form>
  )
}

function Replies({
  words,
  language,
  replies,
  links,
  none,
}: ReplyProps & { replies: NonNullable<ReplyProps['replies']>; none: ReactNode }) {
  const say = sayer(words)
  return (
    <section className="replies" tabIndex={-1}>
      <h2>{say('reply.title')}</h2>
      {replies.length === 0 && (
        <>
          <p>{none}</p>
          <p>
            <a href={links.kontakt}>{say('reply.new')}</a>
          </p>
        </>
      )}
      {replies.map(({ hour, text }, at) => (
        <article key={at}>
          <small>{dayInWords(dayOf(hour), language)}</small>
          <p className="text" dir="auto">
            {text}
          </p>
        </article>
      ))}
    </section>
  )
}

function Answer({ words, answer, answerWrong }: ReplyProps) {
  const say = sayer(words)
  const over = (answer?.length ?? 0) - longestMessage
  return (
    <div>
      <label htmlFor="answer">
        {say('answer.label')}
        <small>{say('answer.hint')}</small>
      </label>
      {answerWrong && (
        <p className="wrong" id="answer-wrong" role="alert">
          {say(answerWrong === 'empty' ? 'answer.empty' : 'error.long', { over })}
        </p>
      )}
      <textarea
        autoComplete="off"
        id="answer"
        name="answer"
        rows={4}
        defaultValue={answer}
        aria-invalid={answerWrong ? true : undefined}
        aria-describedby={answerWrong && 'answer-wrong'}
      />
      <button type="submit" name="do" value="answer">
        {say('answer.send')}
      </button>
    </div>
  )
}

/** The day of an hour since 1970, ISO date. */
const dayOf = (hour: number) => new Date(hour * 3_600_000).toISOString().slice(0, 10)
