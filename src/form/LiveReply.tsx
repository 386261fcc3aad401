/** The code page as it lives in the browser: the code and what is read never leave it unsealed. */
import { useEffect, useRef, useState, type SubmitEvent, type MouseEvent } from 'react'

import { asciiDigits, keysOf, readCode } from '../contact/code.ts'
import { longestMessage, openReplies } from '../contact/message.ts'
import { sendable } from '../contact/request.ts'
import { toText } from '../contact/bytes.ts'
import { makeAnswer } from './answering.ts'
import { useFocus, useGuard, wipe, type Waking } from './living.ts'
import { ask } from './net.ts'
import { ReplyForm, type Deed, type ReplyProps } from './ReplyForm.tsx'

type Now = Partial<
  Pick<ReplyProps, 'wrong' | 'replies' | 'answerWrong' | 'done' | 'failed' | 'unsure'>
>

export function LiveReply({ typed, onAwake, ...props }: ReplyProps & Waking) {
  const form = useRef<HTMLFormElement>(null)
  const deed = useRef<Deed>('read')
  /** What has gone out and was not answered; nobody can say that it was not done. */
  const lost = useRef('')
  const [now, setNow] = useState<Now>({})
  const [busy, setBusy] = useState(false)
  const [answer] = useState(makeAnswer)
  const focus = useFocus()

  useEffect(() => {
    if (!form.current) return
    const field = form.current.elements.namedItem('code') as HTMLInputElement
    field.value = String(typed(form.current)['code'] ?? '')
    onAwake(form.current)
  }, [])

  useGuard(form)

  const text = (name: string) =>
    (form.current?.elements.namedItem(name) as HTMLInputElement | null)?.value ?? ''

  async function act(what: Deed, code: string): Promise<[Now, focus: string]> {
    const { replies } = now
    const onLost = () => (lost.current = what + code)
    const keys = await keysOf(code)
    const id = toText(keys.id)
    if (what === 'read') {
      const slots = await bytesOf('/api/replies', { id })
      return [{ replies: await openReplies(keys.key, keys.loc, slots) }, '.replies']
    }
    if (what === 'withdraw') {
      await bytesOf('/api/withdrawals', { id }, onLost)
      wipe(form.current)
      return [{ done: what }, '.said']
    }
    const words = sendable(text('answer')).trim()
    const answerWrong = words === '' ? 'empty' : words.length > longestMessage ? 'long' : undefined
    if (answerWrong) return [{ replies, answerWrong }, '#answer']
    await answer(keys, words, onLost)
    const field = form.current?.elements.namedItem('answer') as HTMLTextAreaElement
    field.value = ''
    return [{ replies, done: what }, '.said']
  }

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    const what = deed.current
    const read = readCode(text('code'))
    if ('wrong' in read) {
      const count = asciiDigits(text('code')).replace(/\D/g, '').length
      setNow({ wrong: { is: read.wrong, count } })
      return focus('#code')
    }
    setBusy(true)
    const [next, to] = await act(what, read.code).catch((): [Now, string] => [
      { replies: now.replies, failed: what, unsure: lost.current === what + read.code },
      '[role=alert]',
    ])
    if (!next.failed) lost.current = ''
    setBusy(false)
    setNow(next)
    focus(to)
  }

  return (
    <ReplyForm
      {...props}
      {...now}
      answer={now.answerWrong && text('answer')}
      live={{
        form,
        busy,
        onSubmit: (event) => void submit(event),
        onClick: ({ target }: MouseEvent) => {
          const button = target instanceof Element ? target.closest('button') : null
          // Not every browser tells which button submitted a form.
          if (button) deed.current = button.value as Deed
        },
      }}
    />
  )
}

/** @throws if the server did not do it */
async function bytesOf(
  path: string,
  body: object,
  onLost?: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(path, 'POST', body, onLost)
  if (!answer.ok) throw new Error('not done')
  return new Uint8Array(await answer.arrayBuffer())
}
