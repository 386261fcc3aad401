/** Copies a text that stands in a field; where the browser will not, the text is chosen for her. */
export function start(part: HTMLElement): void {
  const button = part.querySelector<HTMLButtonElement>('button')
  const field = part.querySelector<HTMLTextAreaElement>('textarea')
  if (!button || !field) return
  button.addEventListener('click', () => void copy(field, part.querySelector('[role=status]')))
}

async function copy(field: HTMLTextAreaElement, status: HTMLElement | null): Promise<void> {
  field.select()
  const done = await navigator.clipboard.writeText(field.value).then(
    () => true,
    () => false,
  )
  if (status) status.textContent = status.dataset[done ? 'done' : 'chosen'] ?? ''
}
