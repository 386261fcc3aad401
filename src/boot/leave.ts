/**
 * Quick exit. One synchronous task hides first, then empties the document, then leaves.
 * Nothing here may wait, ask, store or log. The words come from attributes of `<html>`, so that
 * the script is the same, byte for byte, on every page and in every language (one CSP hash).
 */
const root = document.documentElement
let left = false

/** Whether the reader has left; nothing is shown or loaded after that. */
export const hasLeft = () => left

/** Hides the site and goes to the exit's destination, in this tab and all others. */
export function leave(toldByOtherTab = false): void {
  if (left) return
  left = true
  hide()
  // A third Escape would stop the navigation: from now on no input reaches the page.
  for (const type of 'keydown keyup keypress click auxclick contextmenu pointerdown touchstart'.split(
    ' ',
  ))
    addEventListener(type, swallow, { capture: true, passive: false })
  attempt(() => toldByOtherTab || tabs?.postMessage(0))
  attempt(() => dispatchEvent(new Event('rvc:leave')))
  attempt(() =>
    document.querySelectorAll('video,audio').forEach((m) => (m as HTMLMediaElement).pause()),
  )
  attempt(() => document.fullscreenElement && void document.exitFullscreen())
  attempt(() => (document.title = word('neutral')))
  attempt(empty)
  setTimeout(attempt, 1000, sayLoading)
  const to = word('leaveTo')
  try {
    // Stops what is still loading, so that nothing more of this page is parsed.
    attempt(() => stop())
    location.replace(to)
  } catch {
    location.assign(to)
  }
}

/**
 * The title of the page that is shown. It is said only while she is here: a neutral word stands
 * instead when she has left, while the tab is hidden, on paper and in the name of the print job,
 * and in the seconds in which Chromium copies the title into its history.
 */
let title = ''
let hidden = false
let copied = false
let printing = false

/** Gives the page that is now shown its title. */
export function nameIt(name: string): void {
  title = name
  document.title = left || hidden || copied || printing ? word('neutral') : title
}

// Chromium writes the last title of the first five seconds after a load into its history, then none.
addEventListener('load', () => {
  for (const [now, after] of [
    [true, 3500],
    [false, 6500],
  ] as const)
    setTimeout(() => {
      copied = now
      nameIt(title || document.title)
    }, after)
})

for (const type of ['beforeprint', 'afterprint'])
  addEventListener(type, () => {
    printing = type === 'beforeprint'
    nameIt(title || document.title)
  })

let leavingPage = false
let focused: Element | null = null
let scrolled = 0

/** The site is not seen while the tab is hidden (app switchers keep a picture), nor on the way out. */
function blank(): void {
  const away = leavingPage || document.visibilityState === 'hidden'
  if (left || away === hidden) return
  hidden = away
  if (hidden) {
    focused = document.activeElement
    scrolled = scrollY
    nameIt(title || document.title)
    hide()
  } else {
    root.style.removeProperty('display')
    nameIt(title)
    scrollTo(0, scrolled)
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}

function hide(): void {
  root.style.setProperty('display', 'none', 'important')
}

function empty(): void {
  document.querySelectorAll('input,textarea').forEach((f) => ((f as HTMLInputElement).value = ''))
  document.body.replaceChildren()
}

/** A destination that is slow: one neutral word on an empty page, also for a screen reader. */
function sayLoading(): void {
  document.body.replaceChildren(word('loading'))
  root.style.removeProperty('display')
}

const word = (name: string) => root.dataset[name] ?? ''

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function attempt(step: () => unknown): void {
  try {
    step()
  } catch {
    // Leaving goes on, whatever part of it failed.
  }
}

let tabs: BroadcastChannel | undefined
attempt(() => {
  tabs = new BroadcastChannel('page')
  tabs.onmessage = () => leave(true)
})

/** A plain click, a middle click and Ctrl-click all leave in this tab; none opens a second one. */
function clicked(event: MouseEvent): void {
  if (event.button === 2) return
  const target = event.target
  if (!(target instanceof Element) || !target.closest('[data-exit]')) return
  leave()
  event.preventDefault()
}
addEventListener('click', clicked, true)
addEventListener('auxclick', clicked, true)

const editable =
  'textarea,select,[contenteditable],input:not([type=radio],[type=checkbox],[type=button],[type=submit])'
let escapedAt = -1e4
let shifts = 0
let shiftedAt = 0

addEventListener(
  'keydown',
  (event) => {
    if (event.isComposing || event.repeat) return
    const now = performance.now()
    // Escape: two within a second, whatever the first one closed, also in a field.
    if (event.key === 'Escape') {
      if (now - escapedAt < 1000) {
        leave()
        event.preventDefault()
      }
      escapedAt = now
    }
    // Shift: three alone, each within five seconds. Not in a field: phone keyboards press it themselves.
    const alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey
    if (!alone || (event.target instanceof Element && event.target.closest(editable))) {
      shifts = 0
      return
    }
    shifts = now - shiftedAt < 5000 ? shifts + 1 : 1
    shiftedAt = now
    if (shifts >= 3) leave()
  },
  true,
)

addEventListener('visibilitychange', blank, true)
addEventListener('pagehide', () => {
  leavingPage = true
  blank()
})
addEventListener('pageshow', () => {
  leavingPage = false
  blank()
})
