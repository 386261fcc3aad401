/** The form as it lives in the browser: one question at a time, checked, looked through, sent. */
import { useEffect, useRef, useState, type SubmitEvent } from 'react'

import { dayIn } from '../contact/day.ts'
import { checkRequest, type FormError, type Request } from '../contact/request.ts'
import type { FormState } from '../contact/wire.ts'
import { Beside } from './Beside.tsx'
import { ContactForm, type FormProps } from './ContactForm.tsx'
import { idOf } from './controls.tsx'
import { useFields } from './fields.ts'
import { useBarBack, useFocus, useGuard, valuesOf, wipe, type Waking } from './living.ts'
import { Look } from './Look.tsx'
import type { NotSent, Outcome } from './send.ts'
import { Sent } from './Sent.tsx'
import { fieldsIn, isMore, relevant, stepsFor, type Step } from './steps.ts'
import { sayer } from './words.ts'

export interface LiveFormProps extends FormProps, Waking {
  /** What the server says now; the page may be older. */
  server?: FormState | undefined
  send: (request: Request, suspect: boolean) => Promise<Outcome>
}

type Done = Exclude<Outcome, NotSent> & Pick<Request, 'how'>

export function LiveForm({ server, send, typed, onAwake, ...props }: LiveFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const { tie, getValues, setValue, forget, watched } = useFields(typed)
  const { how, own, days, hours, until, other, soon } = watched
  const [at, setAt] = useState<Step>('how')
  const [short, setShort] = useState(false)
  const [answered, setAnswered] = useState<Step[]>([])
  const [errors, setErrors] = useState<FormError[]>([])
  const [awake, setAwake] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<NotSent>()
  const [sent, setSent] = useState<Done>()
  const focus = useFocus()
  const say = sayer(props.words)

  useEffect(() => {
    setAwake(true)
    if (form.current) onAwake(form.current)
  }, [])

  const back = useRef<() => void>(undefined)
  useBarBack(form, back)
  // After it: a step back in the form takes nothing away.
  useGuard(form)

  back.current = undefined
  if (sent) return <Sent {...props} {...sent.state} code={sent.code} how={sent.how} />

  const shown = stepsFor(how, short)
  const raw = () => relevant(valuesOf(getValues()))
  const check = () => checkRequest(raw(), dayIn(Date.now()))
  const go = (step: Step) => {
    setAt(step)
    setErrors([])
    setFailed(undefined)
    focus(`[data-step=${step}]`)
  }
  const complain = (wrong: FormError[]) => {
    setErrors(wrong)
    setFailed(undefined)
    if (wrong.length > 0) focus('[role=alert]')
    return wrong.length > 0
  }
  const onShort = (to: boolean) => {
    setShort(to)
    go('how')
  }
  const next = () => {
    const checked = check()
    const here = 'errors' in checked ? checked.errors : []
    const asked = fieldsIn(at, raw()['other'])
    if (complain(here.filter(({ field }) => asked.includes(field)))) return
    go(shown[shown.indexOf(at) + 1] ?? 'send')
  }
  const previous = () => go(shown[shown.indexOf(at) - 1] ?? 'how')
  back.current = short ? () => onShort(false) : at === 'how' || busy ? undefined : previous
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!short && at !== 'send') return next()
    const checked = check()
    if ('errors' in checked) return void complain(checked.errors)
    complain([])
    setBusy(true)
    await deliver(checked.request)
    setBusy(false)
  }
  const deliver = async (request: Request) => {
    const trap = form.current?.elements.namedItem('subject') as HTMLInputElement
    const outcome = await send(request, trap.value !== '')
    if ('why' in outcome) {
      setFailed(outcome)
      return focus('[role=alert]')
    }
    wipe(form.current)
    forget()
    setSent({ ...outcome, how: request.how })
    document.querySelector('main')?.setAttribute('data-sent', '')
    focus('.sent')
  }
  const shared = own === 'no' || own === 'unsure'
  const looked = !short && at === 'send' ? check() : undefined
  const change = (step: Step) => {
    setShort(false)
    go(step)
  }

  return (
    <ContactForm
      {...props}
      {...(awake && server ? { state: server.state, ...closedIn(server) } : {})}
      by={awake && how === 'herself' ? undefined : (awake && server?.by) || props.by}
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
          ...(how === 'call' ? ['shown' as const] : []),
          ...(how === 'call' && other === 'ask' ? ['name' as const] : []),
        ],
        busy,
        half: Boolean(days?.length) !== Boolean(hours?.length),
        noTime: awake && (how === 'call' || how === 'sms') && !(days?.length && hours?.length),
        look: short ? (
          <Beside {...props} request={raw()} onChange={change} />
        ) : (
          looked && (
            <Look
              say={say}
              title={say('look.title')}
              language={props.language}
              request={'request' in looked ? looked.request : {}}
              steps={shown}
              onChange={change}
            />
          )
        ),
        nav: {
          at: shown.indexOf(at),
          total: shown.length,
          short,
          skips: at !== 'how' && at !== 'phone' && !answered.includes(at),
          onNext: next,
          onPrevious: previous,
          onShort,
        },
        onSubmit: (event) => void submit(event),
        onInput: () => setAnswered((steps) => (steps.includes(at) ? steps : [...steps, at])),
        onPick: ({ field }) => {
          const asked = raw()['other']
          const step = stepsFor(how, false).find((one) => fieldsIn(one, asked).includes(field))
          if (isMore(field)) setShort(false)
          setAt(step ?? 'how')
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
