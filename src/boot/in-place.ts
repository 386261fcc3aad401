/**
 * Reading in place: an in-site link fetches the next page and swaps it in. The address stays the
 * one she arrived at and the browser's history gets no entry. What she came from, her choices and
 * her search live in variables here and are gone with the page.
 */
import { hasLeft, nameIt } from './leave.ts'

interface Visit {
  path: string
  scrolled: number
}

const root = document.documentElement
const behind: Visit[] = []
const kept = new Map<string, boolean>()
const ranScripts = new Set<string>()
let here = location.pathname
let fetching: AbortController | undefined
let wanted: { path: string; hash: string; visit?: Visit | undefined } | undefined

/** The path of the page that is shown; the address bar keeps the first one. */
export const shownPath = () => here

/**
 * Fetches a page of the site and shows it in place of this one.
 * Without a network the reader keeps the page she has, with "try again".
 * @param path path of a page, from the root of the site
 * @param hash fragment to scroll to, with `#`, or empty
 * @param visit given when going back: where she was on that page
 */
export async function show(path: string, hash = '', visit?: Visit): Promise<void> {
  fetching?.abort()
  const mine = (fetching = new AbortController())
  wanted = { path, hash, visit }
  root.dataset['state'] = ''
  const slow = setTimeout(() => (root.dataset['state'] = 'slow'), 400)
  try {
    const answer = await fetch(path, { cache: 'no-store', signal: mine.signal })
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (mine !== fetching || hasLeft()) return
    if (!next.querySelector('main')) throw new Error('not a page')
    if (visit) behind.pop()
    else if (path !== here) behind.push({ path: here, scrolled: scrollY })
    here = path
    swap(next)
    arrive(hash, visit)
    root.dataset['state'] = ''
  } catch {
    if (mine === fetching && !hasLeft()) root.dataset['state'] = 'failed'
  } finally {
    clearTimeout(slow)
  }
}

function swap(next: Document): void {
  keepChoices()
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
  nameIt(next.title)
  document.body.replaceWith(document.adoptNode(next.body))
  depth()
  for (const control of keepable())
    if (kept.has(control.id)) control.checked = kept.get(control.id) === true
  runScripts()
  // React islands of the page that was left are unmounted on this event.
  document.dispatchEvent(new Event('astro:after-swap'))
}

/** Scripts from a parsed document never run; each is made anew, once a visit. */
function runScripts(): void {
  for (const old of document.body.querySelectorAll('script')) {
    const which = old.src || old.text
    if (ranScripts.has(which)) continue
    ranScripts.add(which)
    const script = document.createElement('script')
    for (const { name, value } of old.attributes) script.setAttribute(name, value)
    script.text = old.text
    old.replaceWith(script)
  }
}

function arrive(hash: string, visit?: Visit): void {
  const heading = document.querySelector<HTMLElement>('h1')
  const place = hash && document.getElementById(decodeURIComponent(hash.slice(1)))
  // Focus on the heading is what a screen reader announces.
  heading?.focus({ preventScroll: true })
  if (place) goTo(place)
  else scrollTo(0, visit?.scrolled ?? 0)
}

function goTo(place: HTMLElement): void {
  place.scrollIntoView()
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}

const keepable = () => document.querySelectorAll<HTMLInputElement>('input[data-keep]')

function keepChoices(): void {
  for (const control of keepable()) kept.set(control.id, control.checked)
}

function depth(): void {
  root.dataset['depth'] = String(behind.length)
}

addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || hasLeft()) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('[data-previous]')) {
    const visit = behind[behind.length - 1]
    if (visit) void show(visit.path, '', visit)
    return
  }
  if (target?.closest('[data-again]')) {
    root.dataset['state'] = ''
    if (wanted) void show(wanted.path, wanted.hash, wanted.visit)
    return
  }
  const link = target?.closest('a')
  if (!link?.href || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  event.preventDefault()
  const href = link.getAttribute('href') ?? ''
  const place =
    link.hash &&
    (href[0] === '#' || link.pathname === here) &&
    document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (place) goTo(place)
  else if (href[0] !== '#') void show(link.pathname, link.hash)
})

ranScripts.add(document.currentScript?.textContent ?? '')
root.dataset['js'] = ''
depth()
addEventListener('DOMContentLoaded', () => {
  for (const { src, text } of document.scripts) ranScripts.add(src || text)
})
