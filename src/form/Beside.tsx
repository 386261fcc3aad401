/**
 * On the short way, above Send: what holds of all that is not asked there. Either the most careful
 * answers, or what she has chosen and written in the long form, which goes with it.
 */
import type { Raw, Request } from '../contact/request.ts'
import { Look } from './Look.tsx'
import { chosenBeside, presets, stepsFor, type Step } from './steps.ts'
import { sayer, type Words } from './words.ts'

export function Beside({
  words,
  language,
  request,
  onChange,
}: {
  words: Words
  language: string
  /** As it stands in the fields, unchecked. */
  request: Raw
  onChange: (step: Step) => void
}) {
  const say = sayer(words)
  const { how } = request
  const chosen = chosenBeside(request)
  const careful = !chosen.some((field) => field in presets)
  const told = Object.entries(request).filter(
    ([field]) => (chosen as string[]).includes(field) || (!careful && field in presets),
  )
  return (
    <>
      {careful && how === 'call' && <p>{say('form.careful')}</p>}
      {careful && how === 'sms' && <p>{say('form.carefulSms', { sms: say('sms.text') })}</p>}
      {told.length > 0 && (
        <Look
          say={say}
          title={say('look.beside')}
          language={language}
          request={Object.fromEntries(told) as Partial<Request>}
          steps={stepsFor(how, false)}
          onChange={onChange}
        />
      )}
    </>
  )
}
