/**
 * Her language and Swedish at once, to point at together with police, lawyer or school. The
 * Swedish page is fetched when she asks, and set beside hers piece by piece. Nothing is kept: with
 * the page it is gone.
 */
import style from '../styles/two.css?inline'
import takeStyle from '../styles/take.css?inline'
import { align, unshown } from './align.ts'
import { copyOf } from './copy.ts'
import { wordsOf, type Words } from './words.ts'

let left = false
addEventListener('rvc:leave', () => (left = true))

/** Wakes the control above a text; its plain link says where the Swedish page is. */
export function start(control: HTMLElement): void {
  const button = control.querySelector('button')
  const path = control.querySelector('a')?.getAttribute('href')
  const own = control.closest('main')
  if (!button || !path || !own) return
  const words = wordsOf(document.documentElement.dataset['language'] ?? '')
  button.addEventListener('click', () => {
    if (own.hasAttribute('data-two')) return still(button, () => close(own, button, words))
    void swedishOf(path).then((swedish) => {
      if (!swedish) return
      look()
      still(button, () => open(own, swedish, button, words))
    })
  })
}

/** The text of the Swedish page; nothing without a network, which the frame then says. */
async function swedishOf(path: string): Promise<Element | null> {
  try {
    const answer = await fetch(path, { cache: 'no-store' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return left ? null : page.querySelector('main')
  } catch {
    document.documentElement.dataset['state'] = left ? '' : 'failed'
    return null
  }
}

let looks = false

/** The styles of the view, by script: a style block of its own would be against the policy. */
function look(): void {
  const [sheet] = document.styleSheets
  if (looks || !sheet) return
  for (const css of [style, takeStyle])
    sheet.insertRule(`@media all{${css}}`, sheet.cssRules.length)
  looks = true
}

/** Changes the page without moving what she looks at. */
function still(at: HTMLElement, change: () => void): void {
  const before = at.getBoundingClientRect().top
  change()
  scrollBy(0, at.getBoundingClientRect().top - before)
}

function open(own: Element, swedish: Element, button: HTMLElement, words: Words): void {
  if (own.hasAttribute('data-two')) return
  for (const pair of align(own, swedish)) {
    const copy = copyOf(pair.swedish)
    if (!copy) continue
    for (const block of pair.own) block.setAttribute('data-pair', '')
    pair.own[pair.own.length - 1]?.after(copy)
    copy.dataset['rows'] = String(pair.own.length)
  }
  // A brochure becomes paper in one language, laid out to the millimetre.
  if (own.querySelector('article.sheet'))
    addEventListener('beforeprint', () => close(own, button, words), { once: true })
  else button.parentElement?.after(take(words))
  own.setAttribute('data-two', '')
  for (const copy of own.querySelectorAll('div.beside'))
    copy.parentElement?.setAttribute('data-two', '')
  for (const parent of [own, ...own.querySelectorAll('[data-two]')]) rows(parent)
  button.textContent = words.hide
  button.setAttribute('aria-pressed', 'true')
}

/** Says in which row each block stands: Swedish begins in the row of the first it belongs to. */
function rows(parent: Element): void {
  let row = 1
  for (const block of parent.children as HTMLCollectionOf<HTMLElement>) {
    if (block.matches(unshown)) continue
    const span = Number(block.dataset['rows'] ?? 0)
    block.style.gridRow = span ? `${row - span} / span ${span}` : String(row++)
  }
}

function close(own: Element, button: HTMLElement, words: Words): void {
  // Only blocks: lines of the drawings have the same class.
  for (const added of own.querySelectorAll('div.beside,.two-take')) added.remove()
  for (const parent of [own, ...own.querySelectorAll('[data-two]')]) {
    parent.removeAttribute('data-two')
    for (const block of parent.children as HTMLCollectionOf<HTMLElement>) {
      block.style.removeProperty('grid-row')
      block.removeAttribute('data-pair')
    }
  }
  button.textContent = words.show
  button.removeAttribute('aria-pressed')
}

/** The question before paper, as `src/components/Take.astro` asks it. */
function take({ take, question, text, print }: Words): HTMLElement {
  const add = <K extends keyof HTMLElementTagNameMap>(name: K, ...inside: (string | Node)[]) => {
    const element = document.createElement(name)
    element.append(...inside)
    return element
  }
  const button = add('button', print)
  button.type = 'button'
  button.dataset['print'] = ''
  const yes = add('p', button)
  yes.className = 'yes'
  const box = add('details', add('summary', take), add('p', add('b', question), ` ${text}`), yes)
  box.className = 'take two-take'
  return box
}
