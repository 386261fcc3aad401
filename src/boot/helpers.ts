/**
 * What a page needs beyond HTML, and only when it is used: search and the scripts of single parts
 * are fetched on first touch; a long list is filtered where it stands. Events are listened for on the
 * window, so pages swapped in later are alive at once.
 */
import { hasLeft } from './leave.ts'
import { show } from './in-place.ts'

/** A word as it is compared: lower case, without accents. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

const typed = (event: Event) =>
  event.target instanceof HTMLInputElement ? event.target : undefined

/** The search module; `import()` keeps it once it is there. */
const searchModule = () => import(/* @vite-ignore */ '/app/search.js' as string)

/** Counts queries as they are typed: `import()` does not always answer in the order it was asked. */
let asked = 0

async function search(query: string): Promise<void> {
  const mine = ++asked
  const list = document.querySelector('[data-results]')
  if (!list || hasLeft()) return
  const { find } = await searchModule()
  if (mine !== asked) return
  await find(query, list, document.documentElement.dataset['language'])
}

addEventListener('input', (event) => {
  const field = typed(event)
  if (field?.matches('[data-search]')) void search(field.value)
  if (field?.dataset['filter']) filter(field)
})

addEventListener('submit', (event) => {
  const form = event.target instanceof HTMLFormElement ? event.target : undefined
  const field = form?.querySelector<HTMLInputElement>('[data-search]')
  if (!form || !field) return
  event.preventDefault()
  const query = field.value
  if (document.querySelector('[data-results]')) void search(query)
  else
    void show(new URL(form.action).pathname).then(() => {
      const there = document.querySelector<HTMLInputElement>('main [data-search]')
      if (!there) return
      there.value = query
      there.focus()
      void search(query)
    })
})

/** Shows the items of a list whose text, or whose other names, hold what is typed. */
function filter(field: HTMLInputElement): void {
  const list = document.getElementById(field.dataset['filter'] ?? '')
  if (!list) return
  const asked = fold(field.value).trim()
  const box = list.closest('details')
  if (box) box.open = asked !== ''
  let shown = 0
  for (const item of list.children as HTMLCollectionOf<HTMLElement>) {
    const fits = fold(`${item.textContent} ${item.dataset['names'] ?? ''}`).includes(asked)
    item.hidden = !fits
    if (fits) shown++
  }
  list.toggleAttribute('data-empty', shown === 0)
}

/**
 * A part of a page whose script is fetched when it is first pressed or typed in: `data-app="film"`
 * → `/app/film.js`, whose `start(part)` wakes it. The press that woke it is then given to it.
 */
async function wakePart({ target, type }: Event): Promise<void> {
  const on = target instanceof Element ? target : null
  if (on?.closest('[data-print]')) return print()
  const part = on?.closest<HTMLElement>('[data-app]')
  if (!part || part.dataset['awake']) return
  part.dataset['awake'] = type
  try {
    const { start } = await import(/* @vite-ignore */ `/app/${part.dataset['app']}.js`)
    start(part)
    part.dataset['awake'] = 'yes'
    if (type === 'click') on?.closest<HTMLElement>('button,summary')?.click()
  } catch {
    delete part.dataset['awake']
    document.documentElement.dataset['state'] = 'failed'
  }
}

for (const type of ['click', 'input']) addEventListener(type, (event) => void wakePart(event))

let pressed: HTMLElement | null = null

/** The button that was pressed shows that it waits, and the one before it no longer. */
function press(button: HTMLElement | null): void {
  pressed?.removeAttribute('aria-busy')
  pressed = button
  button?.setAttribute('aria-busy', 'true')
}

/** The button that waited; where the form was drawn anew, the one in its stead. */
function obey(place: Element): void {
  const old = pressed
  press(null)
  if (!old) return
  const like = [...old.attributes].map(({ name, value }) => `[${name}="${value}"]`).join('')
  const now = old.isConnected ? old : place.querySelector<HTMLElement>(`button${like}`)
  now?.click()
}

/**
 * A form is plain HTML until it is first touched (`data-wake`); then its script wakes it. What is
 * pressed meanwhile waits, and shows it. Where the script does not come, the form stays plain and whole.
 */
function wake(event: Event): void {
  const { type, target } = event
  const form = target instanceof Element && target.closest<HTMLElement>('[data-wake]')
  if (!form) return
  // Enter in the first question must not send what has not been looked through.
  if (type === 'submit') event.preventDefault()
  if (type === 'click') press(target.closest('button'))
  const place = form.parentElement
  if (form.dataset['wake'] || !place) return
  form.dataset['wake'] = type
  const plain = () => {
    if (!form.matches('[data-wake]')) return
    press(null)
    // From now on what is pressed is not held back.
    delete form.dataset['wake']
    form.dataset['plain'] = ''
  }
  setTimeout(plain, 10_000)
  import(/* @vite-ignore */ '/app/form.js' as string)
    .then(({ start }) => start(form))
    .then(() => obey(place), plain)
}

for (const type of ['focusin', 'pointerdown', 'click', 'submit']) addEventListener(type, wake)
