/** What both forms need where script runs. */
import { useEffect, useState, type RefObject } from 'react'

import { many, type Raw } from '../contact/request.ts'
import { guard } from '../guard/guard.ts'

/** How a form is woken where it stands. */
export interface Waking {
  /** What stands in a form now, or stood in the one it had to be drawn in place of. */
  typed: (form: HTMLFormElement) => Raw
  /** The form answers her now. */
  onAwake: (form: HTMLFormElement) => void
}

/** Moves focus to what a change has brought, when it stands there. */
export function useFocus(): (selector: string) => void {
  const [to, setTo] = useState({ selector: '' })
  useEffect(() => {
    if (!to.selector) return
    const element = document.querySelector<HTMLElement>(`[data-contact-place] ${to.selector}`)
    // What is taller than the window is read from its start; what has failed, always.
    const fromStart = element?.matches('fieldset,section,[role=alert]')
    element?.scrollIntoView({ block: fromStart ? 'start' : 'center' })
    element?.focus({ preventScroll: true })
  }, [to])
  return (selector) => setTo({ selector })
}

/** Answers as text, without what is not answered (react-hook-form: null, false). */
export const valuesOf = (values: Record<string, unknown>): Raw =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string' || Array.isArray(value)),
  ) as Raw

/** What stands in the fields of a form. */
export function typedIn(form: HTMLFormElement): Raw {
  const data = new FormData(form)
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => [
      name,
      (many as readonly string[]).includes(name)
        ? data.getAll(name).map(String)
        : String(data.get(name)),
    ]),
  )
}

/** Empties every field. */
export function wipe(form: HTMLFormElement | null): void {
  for (const field of form?.querySelectorAll<HTMLInputElement>('input,textarea,select') ?? []) {
    field.checked = false
    if (!/radio|checkbox/.test(field.type)) field.value = ''
  }
}

/**
 * The way back in the bar goes a step back in the form: to leave the page would take away all that
 * she has written. @param back what it does; undefined: what it does on every page
 */
export function useBarBack(
  form: RefObject<HTMLFormElement | null>,
  back: RefObject<(() => void) | undefined>,
): void {
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const isBack = event.target instanceof Element && event.target.closest('[data-previous]')
      if (!isBack || !back.current || !form.current?.isConnected) return
      event.preventDefault()
      event.stopImmediatePropagation()
      back.current()
    }
    addEventListener('click', press, true)
    return () => removeEventListener('click', press, true)
  }, [])
}

/** A link to another page of the site asks first, while something stands in the form. */
export function useGuard(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => guard(() => (form.current?.isConnected ? form.current : undefined)), [])
}
