/**
 * The form and the code page without JavaScript. What she wrote passes this server in clear text for
 * a moment, is sealed at once and is never stored or logged as it was; staff see which way it came.
 */
import { Hono, type Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

import { toText } from '../src/contact/bytes.ts'
import { keysOf, makeCode, readCode } from '../src/contact/code.ts'
import { longestMessage, openReplies, sealMessage } from '../src/contact/message.ts'
import {
  checkRequest,
  many,
  sendable,
  type Raw,
  type Request as ContactRequest,
} from '../src/contact/request.ts'
import { dayIn } from '../src/contact/day.ts'
import type { FormState } from '../src/contact/wire.ts'
import type { ReplyProps } from '../src/form/ReplyForm.tsx'
import { isLanguage, type Language } from '../src/model/languages.ts'
import { formOf, sameSite } from './body.ts'
import { BusyError, hourOf, StorageError, type Environment } from './environment.ts'
import { formState } from './form-state.ts'
import { withDay, withInPlace, withState } from './page.ts'
import type { Pressure } from './pressure.ts'
import { queue } from './queue.ts'
import { putAnswer, putRequest, repliesTo, withdraw } from './store/hers.ts'
import { secretOf } from './store/meta.ts'
import { words } from './words.ts'

/** A field that people do not see: what fills it in is perhaps a robot. It is told to staff. */
const trap = 'subject'

/**
 * - `GET /:language/kontakt/` → the built page; with what the build could not know: that nobody reads
 *   or that the form is closed, and by which day she hears from staff.
 * - `POST /:language/kontakt/` (urlencoded: the fields of `Request`, and `subject`) → 200 the code ·
 *   422 the form again with what is wrong · 503 NOT sent, everything kept · 403 · 404 · 411 · 413 · 415
 * - `POST /:language/svar/` (urlencoded: `code`, `do` = read, answer or withdraw, `answer`) → 200 ·
 *   422 the code or the answer cannot be right · 503 · 403 · 404 · 411 · 413 · 415
 */
export function plainForm(environment: Environment, pressure: Pressure): Hono {
  const { database, render, now } = environment
  // Of its own: many who send must not keep one from withdrawing.
  const codes = queue(2, 20)

  async function pageOf(language: Language, page: 'kontakt' | 'svar') {
    const html = await environment.page(`/${language}/${page}/`)
    if (!html) throw new HTTPException(404)
    return { html, props: { ...render.propsIn(html), words: words[language] } }
  }

  return new Hono()
    .get('/:language/kontakt/', async (c, next) => {
      const language = languageOf(c)
      // Where the database does not answer, the page as it was built has the phone numbers.
      const reading = await formState(environment).catch(() => undefined)
      const built = environment.site.draft ? 'nobody' : 'open'
      if (!reading || (reading.state === built && !reading.by)) return next()
      const html = await environment.page(`/${language}/kontakt/`)
      if (!html) return next()
      const shown = withState(html, reading, language)
      return c.html(reading.by ? withDay(shown, reading.by, language) : shown)
    })
    .post('/:language/kontakt/', sameSite, async (c) => {
      const language = languageOf(c)
      const { html, props } = await pageOf(language, 'kontakt')
      const form = await formOf(c)
      const raw = rawOf(form)
      const reading = await formState(environment).catch(() => undefined)
      const page = (inner: string, status: 200 | 422 | 503, alone = false) => {
        const filled = withInPlace(html, inner, alone)
        return c.html(reading ? withState(filled, reading, language) : filled, status)
      }
      const again = {
        ...props,
        ...stateOf(reading),
        values: raw,
        by: raw['how'] === 'herself' ? undefined : reading?.by,
      }

      const checked = checkRequest(render.relevant(raw), dayIn(now()))
      if ('errors' in checked) return page(render.form({ ...again, errors: checked.errors }), 422)
      const source = environment.source(c.req.raw)
      const suspect = (await pressure.price(source, now())) > 0 || Boolean(form.get(trap))
      try {
        if (!reading?.set) throw new StorageError(undefined, false)
        const code = await environment.bounded(() =>
          sealAndStore(environment, checked.request, reading, { language, suspect }),
        )
        await pressure.count(source, now())
        const { how } = checked.request
        return page(render.sent({ ...again, code, how }), 200, true)
      } catch (error) {
        return page(render.form({ ...again, failed: { why: whyOf(error) } }), 503)
      }
    })
    .post('/:language/svar/', sameSite, async (c) => {
      const { html, props } = await pageOf(languageOf(c), 'svar')
      const form = await formOf(c)
      const typed = form.get('code') ?? ''
      const page = (more: Partial<ReplyProps>, status: 200 | 422 | 503) =>
        c.html(withInPlace(html, render.reply({ ...props, code: typed, ...more })), status)

      const read = readCode(typed)
      if ('wrong' in read) {
        const count = typed.match(/\p{Nd}/gu)?.length ?? 0
        return page({ wrong: { is: read.wrong, count } }, 422)
      }
      const deed = form.get('do')
      const answer = sendable(form.get('answer') ?? '').trim()
      try {
        const keys = await codes(() => keysOf(read.code))
        if (deed === 'withdraw') {
          await withdraw(database, keys.id, now())
          return page({ done: 'withdraw' }, 200)
        }
        const slots = await repliesTo(database, await secretOf(database), keys.id)
        const replies = await openReplies(keys.key, keys.loc, slots)
        if (deed !== 'answer') return page({ replies }, 200)
        if (answer === '') return page({ replies, answerWrong: 'empty' }, 422)
        if (answer.length > longestMessage)
          return page({ replies, answer, answerWrong: 'long' }, 422)
        const message = { n: 1, hour: hourOf(now()), text: answer }
        const sealed = await sealMessage(keys.key, keys.loc, 'her', message)
        await putAnswer(database, keys.id, sealed, now())
        await pressure.count(environment.source(c.req.raw), now())
        return page({ replies, done: 'answer' }, 200)
      } catch {
        const failed = deed === 'withdraw' || deed === 'answer' ? deed : 'read'
        return page({ failed, answer }, 503)
      }
    })
}

/** @returns the code she is given. @throws BusyError, StorageError */
async function sealAndStore(
  { database, seal, now }: Environment,
  request: ContactRequest,
  { recipients, set }: Pick<FormState, 'recipients' | 'set'>,
  { language, suspect }: { language: Language; suspect: boolean },
): Promise<string> {
  const code = makeCode()
  const digest = await digestOf(request, await secretOf(database))
  const about = { language, via: 'plain', hour: hourOf(now()), digest } as const
  const sealed = await seal(request, await keysOf(code), recipients, {
    ...about,
    ...(suspect ? { suspect } : {}),
  })
  await putRequest(database, sealed, set, now())
  return code
}

/**
 * The same for the same answers, so that staff see a form that was sent twice; under a secret, for
 * the card must not give away a number to who tries all there are.
 */
async function digestOf(request: ContactRequest, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const text = new TextEncoder().encode(JSON.stringify(request))
  return toText(new Uint8Array(await crypto.subtle.sign('HMAC', key, text)))
}

function languageOf(c: Context): Language {
  const language = c.req.param('language') ?? ''
  if (!isLanguage(language)) throw new HTTPException(404)
  return language
}

/** The fields of a form, those with several answers as lists. */
function rawOf(form: URLSearchParams): Raw {
  const raw: Raw = {}
  for (const name of new Set(form.keys()))
    raw[name as keyof Raw] = (many as readonly string[]).includes(name)
      ? form.getAll(name)
      : (form.get(name) ?? '')
  return raw
}

/** What the form says first; `open` while nobody can tell. */
const stateOf = (reading: Pick<FormState, 'state' | 'from' | 'to'> | undefined) => ({
  state: reading?.state ?? 'open',
  ...(reading?.from && reading.to ? { closed: { from: reading.from, to: reading.to } } : {}),
})

/** What she is told of why it was not sent; whatever it was, her text stays. */
function whyOf(error: unknown): 'busy' | 'full' | 'storage' {
  if (error instanceof BusyError) return 'busy'
  return error instanceof StorageError && error.full ? 'full' : 'storage'
}
