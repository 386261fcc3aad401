import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

const Answer = z.object({ word: z.string().min(3) })

/** A small form of the kind the contact request will use: react-hook-form, checked by zod. */
export function Form() {
  const { register, handleSubmit } = useForm({ defaultValues: { word: '' } })
  const [said, setSaid] = useState('')
  useEffect(() => {
    document.documentElement.dataset['mounted'] = 'yes'
    return () => void (document.documentElement.dataset['mounted'] = 'no')
  }, [])
  const check = handleSubmit((values) =>
    setSaid(Answer.safeParse(values).success ? 'tack' : 'för kort'),
  )
  return (
    <form onSubmit={check}>
      <label htmlFor="word">Ord</label>
      <input id="word" autoComplete="off" {...register('word')} />
      <button type="submit">Prova</button>
      <output>{said}</output>
    </form>
  )
}
