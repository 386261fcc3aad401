/**
 * Worksheets: more rows, fields that grow, a question in the page before an in-site link takes her
 * words away, paper that shows all of them. Leaving, Back and closing are never asked about: they
 * empty the sheets.
 */
import { guard } from '../guard/guard.ts'
import { paper } from './paper.ts'

/** The sheets on the page that is shown; none after another page has come. */
let sheets: HTMLFormElement | undefined

/** Wakes the sheets. */
export function start(form: HTMLFormElement): void {
  sheets = form
  keepFirstPress(form)
  form.addEventListener(
    'input',
    ({ target }) => target instanceof HTMLTextAreaElement && grow(target),
  )
  form.addEventListener('reset', () => addedRows(form).forEach((row) => row.remove()))
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('click', ({ target }) => {
    const add = target instanceof Element && target.closest('[data-add]')
    if (add) addRow(add)
  })
}

/** The press that woke the sheets opened one already; it must not close it when given again. */
function keepFirstPress(form: HTMLFormElement): void {
  if (form.dataset['awake'] !== 'click') return
  const hold = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('summary')) event.preventDefault()
  }
  form.addEventListener('click', hold, true)
  void Promise.resolve().then(() => form.removeEventListener('click', hold, true))
}

const addedRows = (form: HTMLFormElement) => form.querySelectorAll('fieldset[data-added]')

/** One more row, empty, with the cursor in it. */
function addRow(button: Element): void {
  const rows = button.closest('[data-rows]')?.querySelectorAll('fieldset')
  const last = rows?.[rows.length - 1]
  if (!rows || !last) return
  const row = last.cloneNode(true) as HTMLFieldSetElement
  for (const one of row.querySelectorAll('.written')) one.remove()
  for (const field of row.querySelectorAll('textarea')) {
    field.value = ''
    field.style.removeProperty('height')
  }
  row.dataset['added'] = ''
  const number = row.querySelector('[data-n]')
  if (number) number.textContent = String(rows.length + 1)
  last.after(row)
  row.querySelector('textarea')?.focus()
}

/** As high as its text, where the browser's styles cannot do it. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Nothing of her words is left in the page. */
function empty(): void {
  if (!sheets) return
  for (const written of sheets.querySelectorAll('.written')) written.remove()
  sheets.reset()
}

guard(() => (sheets?.isConnected ? sheets : undefined))
paper(() => (sheets?.isConnected ? sheets : undefined))
for (const leaving of ['rvc:leave', 'pagehide', 'pageshow']) addEventListener(leaving, empty)
document.addEventListener('astro:after-swap', () => {
  empty()
  sheets = undefined
})
