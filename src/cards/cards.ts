/** The language she chooses stands in every card that asks for one. Nothing is kept of it. */

/** Wakes the choice of language; what was chosen before the script came counts. */
export function start(part: HTMLElement): void {
  const choice = part.querySelector('select')
  if (!choice) return
  const fill = () => {
    const chosen = choice.options[choice.selectedIndex]
    for (const line of document.querySelectorAll<HTMLElement>('[data-fill]')) {
      const text = line.dataset['fill'] === 'own' ? chosen?.text : choice.value
      line.textContent = choice.value ? (text ?? '') : ''
    }
  }
  choice.addEventListener('input', fill)
  fill()
}
