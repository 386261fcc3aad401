/** The fields of the living form, held by react-hook-form. */
import { useLayoutEffect, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'

import type { Field, Raw } from '../contact/request.ts'

/** Answers that decide what else is asked. */
const deciding = ['how', 'own', 'days', 'hours', 'until', 'other', 'soon'] as const

/**
 * @param typed what stands in a form before it lives; nothing of it is lost
 * @returns `tie`: attributes that tie an input to its field; `watched`: the deciding answers as they are;
 * `forget` drops every answer from memory
 */
export function useFields(typed: (form: HTMLFormElement) => Raw) {
  // No default values: fields are read as they stand.
  const { register, getValues, setValue, reset, control } = useForm()
  const now = useWatch({ control, name: deciding }) as unknown[]
  const watched = Object.fromEntries(deciding.map((field, at) => [field, now[at]])) as Partial<
    Record<(typeof deciding)[number], string | string[]>
  >

  // Registering the first of several radio buttons or boxes that is not the chosen one takes the
  // choice away (react-hook-form 7.92). What stands there is read before the first is registered,
  // and put back after the last.
  const before = useRef<Raw>(undefined)
  useLayoutEffect(() => {
    for (const [field, value] of Object.entries(before.current ?? {})) setValue(field, value)
  }, [])

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
  const forget = () => {
    before.current = {}
    reset({})
  }
  return { tie, getValues, setValue, forget, watched }
}
