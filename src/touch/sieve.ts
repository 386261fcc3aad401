/**
 * Sieves the directory by word, kind and area. What is typed lives in the fields and nowhere else;
 * the fields go with the page.
 */

/** A word as it is compared: lower case, without accents. */
const fold = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()

/** Areas that hold every other: what is open there is open in each district. */
const wide = ['country', 'county']

/** Wakes the fields of a directory; what was typed before it woke counts. */
export function start(part: HTMLElement): void {
  const value = (id: string) =>
    part.querySelector<HTMLInputElement | HTMLSelectElement>(`#dir-${id}`)?.value ?? ''
  const sieve = () => {
    const shown = show(part, fold(value('find')), value('kind'), value('area'))
    const count = part.querySelector<HTMLElement>('.count')
    if (count) count.textContent = (count.dataset['count'] ?? '').replace('#', String(shown))
  }
  part.addEventListener('input', sieve)
  part.addEventListener('change', sieve)
  if (value('find') || value('kind') || value('area')) sieve()
}

/** @returns how many services are shown */
function show(part: HTMLElement, word: string, kind: string, area: string): number {
  let shown = 0
  for (const group of Array.from(part.querySelectorAll<HTMLElement>('[data-kind]'))) {
    const ofKind = !kind || group.dataset['kind'] === kind
    const heading = fold(group.querySelector('h2')?.textContent ?? '')
    let here = 0
    for (const item of Array.from(group.querySelectorAll<HTMLElement>('li'))) {
      const areas = (item.dataset['area'] ?? '').split(' ')
      const inArea = !area || areas.some((one) => one === area || wide.indexOf(one) >= 0)
      const fits = `${heading} ${fold(item.textContent)}`.indexOf(word) >= 0
      item.hidden = !(ofKind && inArea && fits)
      if (!item.hidden) here++
    }
    group.hidden = here === 0
    shown += here
  }
  const none = part.querySelector<HTMLElement>('.none')
  if (none) none.hidden = shown > 0
  return shown
}
