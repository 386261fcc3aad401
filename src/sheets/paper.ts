/** On paper a field would cut its text: while printing, the text stands whole in its place. */

/** Prepares paper and cleans up after it. */
export function paper(sheets: () => HTMLFormElement | undefined): void {
  addEventListener('beforeprint', () => {
    for (const field of sheets()?.querySelectorAll('textarea') ?? []) {
      const whole = document.createElement('span')
      whole.className = 'written'
      whole.textContent = field.value
      field.after(whole)
    }
  })
  addEventListener('afterprint', () => {
    const form = sheets()
    if (!form) return
    for (const whole of form.querySelectorAll('.written')) whole.remove()
    delete form.dataset['one']
    for (const sheet of form.querySelectorAll('[data-chosen]')) sheet.removeAttribute('data-chosen')
  })
  // Only the sheet whose button was pressed, also when others are open.
  addEventListener(
    'click',
    ({ target }) => {
      const sheet =
        target instanceof Element && target.closest('[data-print]')?.closest<HTMLElement>('.sheet')
      const form = sheets()
      if (!sheet || !form) return
      form.dataset['one'] = ''
      sheet.dataset['chosen'] = ''
    },
    true,
  )
}
