/** The form and its answers as HTML, for functions: what stands inside the place of the built page. */
import { renderToStaticMarkup } from 'react-dom/server'

import type { Raw } from '../contact/request.ts'
import { ContactForm, type FormProps } from './ContactForm.tsx'
import { propsIn } from './place.ts'
import { ReplyForm, type ReplyProps } from './ReplyForm.tsx'
import { relevantPlain } from './steps.ts'
import { Sent, type SentProps } from './Sent.tsx'

export const render = {
  /** What the built page gives a form; @throws if it has no place for one */
  propsIn,
  /** The answers that go with the way she chose, of all that a form without script sends */
  relevant: (raw: Raw) => relevantPlain(raw),
  form: (props: FormProps) => renderToStaticMarkup(<ContactForm {...props} plain />),
  sent: (props: SentProps) => renderToStaticMarkup(<Sent {...props} />),
  reply: (props: ReplyProps) => renderToStaticMarkup(<ReplyForm {...props} plain />),
}

export type Render = typeof render
