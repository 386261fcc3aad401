/** The form as it lives in the browser: one question at a time, checked, looked through, sent. */
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import {
  checkRequest,
  type Field,
  type FormError,
  type Raw,
  type Request,
} from '../contact/request.ts'
import type { FormState } from '../contact/wire.ts'
import { ContactForm, type FormProps } from './ContactForm.tsx'
import { idOf } from './controls.tsx'
import { useFocus, valuesOf, wipe, type Waking } from './living.ts'
import { Look } from './Look.tsx'
import type { Why } from './notices.tsx'
import type { Outcome } from './send.ts'
import { Sent } from './Sent.tsx'
import { fieldsOf, relevant, stepsFor, type Step } from './steps.ts'
import { sayer } from './words.ts'

export interface LiveFormProps extends FormProps, Waking {
  /** What the server says now; the page may be older. */
  server?: FormState | undefined
  /** @throws if this browser cannot seal */
  send: (request: Request, suspect: boolean) => Promise<Outcome>
}

type Done = Extract<Outcome, { code: string }> & Pick<Request, 'how'>

export function LiveForm({ server, send, typed, onAwake, ...props }: LiveFormProps) {
  const form = useRef<HTMLFormElement>(null)
  // No default values: fields are read as they stand, so nothing typed before this is lost.
  const { register, getValues, setValue, control } = useForm()
  const [how, own, until, soon] = useWatch({
    control,
    name: ['how', 'own', 'until', 'soon'],
  }) as (string | string[] | undefined)[]
  const [at, setAt] = useState<Step>('how')
  const [short, setShort] = useState(false)
  const [answered, setAnswered] = useState<Step[]>([])
  const [errors, setErrors] = useState<FormError[]>([])
  const [awake, setAwake] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Why>()
  const [sent, setSent] = useState<Done>()
  const focus = useFocus()
  const say = sayer(props.words)

  // Registering a radio button whose group is answered elsewhere takes the answer away
  // (react-hook-form 7.92): what stands there is read before the first, and put back after the last.
  const before = useRef<Raw>(undefined)
  const tie = (field: Field) => {
    const { ref, ...tied } = register(field)
    return {
      ...tied,
      ref: (input: HTMLInputElement | null) => {
        if (input?.form) before.current ??= typed(input.form)
        ref(input)
      },
    }
  }
  useLayoutEffect(() => {
    for (const [field, value] of Object.entries(before.current ?? {})) setValue(field, value)
  }, [])
  useEffect(() => {
    setAwake(true)
    if (form.current) onAwake(form.current)
  }, [])

  if (sent) return <Sent {...props} {...sent.state} code={sent.code} how={sent.how} />

  const shown = stepsFor(how, short)
  const raw = () => relevant(valuesOf(getValues()), short)
  const go = (step: Step) => {
    setAt(step)
    setErrors([])
    focus(`[data-step=${step}]`)
  }
  const complain = (wrong: FormError[]) => {
    setErrors(wrong)
    if (wrong.length > 0) focus('[role=alert]')
    return wrong.length > 0
  }
  const next = () => {
    const checked = checkRequest(raw())
    const here = 'errors' in checked ? checked.errors : []
    if (complain(here.filter(({ field }) => fieldsOf[at].includes(field)))) return
    go(shown[shown.indexOf(at) + 1] ?? 'send')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!short && at !== 'send') return next()
    const checked = checkRequest(raw())
    setFailed(undefined)
    if ('errors' in checked) return void complain(checked.errors)
    complain([])
    setBusy(true)
    const trap = form.current?.elements.namedItem('subject') as HTMLInputElement
    try {
      const outcome = await send(checked.request, trap.value !== '')
      if ('why' in outcome) {
        setFailed(outcome.why)
        focus('[role=alert]')
      } else {
        wipe(form.current)
        setSent({ ...outcome, how: checked.request.how })
        document.querySelector<HTMLElement>('main')?.setAttribute('data-sent', '')
        focus('.sent')
      }
    } catch {
      // It cannot be sealed here: the form goes the way without JavaScript, and staff see that.
      form.current?.submit()
    }
    setBusy(false)
  }
  const shared = own === 'no' || own === 'unsure'
  const calls = how !== 'code' && how !== 'herself'
  const looked = !short && at === 'send' ? checkRequest(raw()) : undefined

  return (
    <ContactForm
      {...props}
      {...(awake && server ? { state: server.state, ...closedIn(server) } : {})}
      by={awake && how !== 'herself' ? server?.by : undefined}
      errors={errors}
      failed={failed}
      live={{
        form,
        tie,
        length: (field) => String(getValues(field) ?? '').length,
        now: short ? shown : [at],
        short,
        shared,
        due: [
          ...(until === 'date' ? ['untilDate' as const] : []),
          ...(soon?.length ? ['soonDate' as const] : []),
        ],
        busy,
        look: looked ? (
          <Look
            say={say}
            language={props.language}
            request={'request' in looked ? looked.request : {}}
            steps={shown}
            onChange={go}
          />
        ) : (
          short && calls && <p>{say('form.careful')}</p>
        ),
        nav: {
          at: shown.indexOf(at),
          total: shown.length,
          short,
          skips: at !== 'how' && at !== 'phone' && !answered.includes(at),
          onNext: next,
          onPrevious: () => go(shown[shown.indexOf(at) - 1] ?? 'how'),
          onShort: (to) => {
            setShort(to)
            go('how')
          },
        },
        onSubmit: (event) => void submit(event),
        onInput: () => setAnswered((steps) => (steps.includes(at) ? steps : [...steps, at])),
        onPick: ({ field }) => {
          setAt(shown.find((step) => fieldsOf[step].includes(field)) ?? 'how')
          focus(`#${idOf(field)}`)
        },
        onOtherWay: () => {
          setValue('how', 'code')
          go('you')
        },
      }}
    />
  )
}

const closedIn = ({ from, to }: FormState) => (from && to ? { closed: { from, to } } : {})
