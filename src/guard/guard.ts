/**
 * Before an in-site link, the way back, or a search takes her words away, the page asks once, where
 * she is. The exit is never asked about, nor anything the browser does.
 */

/** Whether anything is written or ticked; what was chosen for her does not count. */
const written = (form: HTMLFormElement) =>
  form.querySelector('[type=checkbox]:checked') !== null ||
  [
    ...form.querySelectorAll<HTMLInputElement>('textarea,input:not([type=radio],[type=checkbox])'),
  ].some(({ value }) => value.trim() !== '')

/** What would take the page away, as `src/boot/in-place.ts` reads a press. */
function leadsAway(event: MouseEvent): HTMLElement | undefined {
  const target = event.target instanceof Element ? event.target : null
  const control = target?.closest<HTMLElement>('[data-previous],a')
  if (!control || event.button || control.closest('[data-exit]')) return undefined
  if (!(control instanceof HTMLAnchorElement)) return control
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined
  if (control.target || control.hasAttribute('download')) return undefined
  const inside = control.getAttribute('href')?.[0] === '#'
  return inside || control.origin !== location.origin ? undefined : control
}

/**
 * Asks before words are lost.
 * @param find the form on the page that is shown, with a question `.leaving` in it
 * @returns ends the asking
 */
export function guard(find: () => HTMLFormElement | undefined): () => void {
  let from: HTMLElement | undefined
  let goOn: () => void = () => undefined
  let going = false

  function ask(form: HTMLFormElement, event: Event, pressed: HTMLElement, act: () => void): void {
    const question = form.querySelector<HTMLElement>('.leaving')
    if (!question || going || !written(form)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    from = pressed
    goOn = act
    question.hidden = false
    question.focus({ preventScroll: true })
  }

  function onClick(event: MouseEvent): void {
    const form = find()
    if (!form) return
    const answer = event.target instanceof Element && event.target.closest('[data-stay],[data-go]')
    if (answer) {
      const question = form.querySelector<HTMLElement>('.leaving')
      if (question) question.hidden = true
      if (answer.matches('[data-stay]')) return from?.focus()
      // Her words go with the page; without a network they stay.
      going = true
      goOn()
      going = false
      return
    }
    const control = leadsAway(event)
    if (control) ask(form, event, control, () => control.click())
  }

  function onSubmit(event: SubmitEvent): void {
    const form = find()
    const other = event.target as HTMLFormElement
    if (form && other !== form) ask(form, event, other, () => other.requestSubmit())
  }

  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  return () => {
    removeEventListener('click', onClick, true)
    removeEventListener('submit', onSubmit, true)
  }
}
