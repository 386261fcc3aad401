/**
 * Before an in-site link, the way back, or a search takes her words away, the page asks once, where
 * she is. The exit is never asked about, nor anything the browser does.
 */
type Sheets = () => HTMLFormElement | undefined

/** Whether anything is written or ticked. */
const written = (form: HTMLFormElement) =>
  [...form.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '') ||
  form.querySelector(':checked') !== null

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

/** Asks before words are lost; `empty` removes them when she goes on. */
export function guard(sheets: Sheets, empty: () => void): void {
  let goOn: () => void = () => undefined
  let from: HTMLElement | undefined

  function ask(form: HTMLFormElement, event: Event, pressed: HTMLElement, act: () => void): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    from = pressed
    goOn = act
    const question = form.querySelector<HTMLElement>('.leaving')
    if (!question) return
    question.hidden = false
    question.focus({ preventScroll: true })
  }

  addEventListener(
    'click',
    (event) => {
      const form = sheets()
      if (!form) return
      const answer =
        event.target instanceof Element && event.target.closest('[data-stay],[data-go]')
      if (answer) {
        const question = form.querySelector<HTMLElement>('.leaving')
        if (question) question.hidden = true
        if (answer.matches('[data-stay]')) return from?.focus()
        empty()
        return goOn()
      }
      const control = leadsAway(event)
      if (control && written(form)) ask(form, event, control, () => control.click())
    },
    true,
  )

  addEventListener(
    'submit',
    (event) => {
      const form = sheets()
      const other = event.target as HTMLFormElement
      if (form && other !== form && written(form))
        ask(form, event, other, () => other.requestSubmit())
    },
    true,
  )
}
