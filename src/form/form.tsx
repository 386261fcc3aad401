/** `/app/form.js`: wakes a form where it stands, when it is first touched. */
import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'

import { LiveForm } from './LiveForm.tsx'
import { LiveReply } from './LiveReply.tsx'
import { typedIn, wipe, type Waking } from './living.ts'
import { formState } from './net.ts'
import type { PlaceProps, Reading } from './place.ts'
import { makeSealer } from './sealer.ts'
import { makeSender } from './send.ts'
import type { Words } from './words.ts'

/** Milliseconds the form waits for the server's word on who reads; it asks again before it sends. */
const patience = 3000

/**
 * Wakes a form of the built page. What is typed in it stays.
 * @throws if it cannot live here; it then stays the plain HTML it is
 */
export async function start(form: HTMLFormElement): Promise<void> {
  const place = form.parentElement
  if (!place || !globalThis.crypto?.subtle) throw new Error('cannot seal here')
  const given = JSON.parse(place.dataset['props'] ?? '') as PlaceProps
  const sends = form.hasAttribute('data-contact')
  const [words, server] = await Promise.all([
    wordsIn(given.language),
    sends ? Promise.race([formState().catch(() => undefined), after(patience)]) : undefined,
  ])
  if (form.hasAttribute('data-plain')) throw new Error('too late')
  const sealer = makeSealer()
  const shown = stateIn(place)
  const open = (waking: Waking, key: number) => {
    const props = { ...given, ...waking, words, key }
    if (!sends) return <LiveReply {...props} />
    const send = makeSender(given, sealer, server)
    return <LiveForm {...props} {...shown} server={server} send={send} />
  }
  await live(form, place, open, sealer.stop)
}

/**
 * Keeps a form alive in its place until she leaves the page.
 * @param open the form, made anew each time it is opened
 * @returns when it answers; @throws if it cannot be drawn
 */
function live(
  form: HTMLFormElement,
  place: HTMLElement,
  open: (waking: Waking, key: number) => ReactElement,
  stop: () => void,
): Promise<void> {
  return new Promise((awake, failed) => {
    let now = form
    let opened = 0
    const waking: Waking = {
      typed: (next) => typedIn(opened === 0 && !place.contains(form) ? form : next),
      onAwake: (next) => {
        now = next
        next.removeAttribute('data-wake')
        next.setAttribute('data-live', '')
        awake()
      },
    }
    const root = hydrateRoot(place, open(waking, opened), {
      // Translating browsers change the page under the form; it must not take her text with it.
      onRecoverableError: () => undefined,
      onUncaughtError: (error) => {
        end()
        now.setAttribute('data-plain', '')
        place.replaceChildren(now)
        failed(error)
      },
    })

    function end(): void {
      removeEventListener('pagehide', again)
      removeEventListener('rvc:leave', clear)
      document.removeEventListener('astro:after-swap', clear)
      stop()
    }
    /** The page is left, and may be shown again by Back: then the form is empty. */
    function again(): void {
      wipe(now)
      delete place.closest('main')?.dataset['sent']
      flushSync(() => root.render(open(waking, ++opened)))
    }
    function clear(): void {
      end()
      wipe(now)
      root.unmount()
    }
    addEventListener('pagehide', again)
    addEventListener('rvc:leave', clear)
    document.addEventListener('astro:after-swap', clear)
  })
}

/** Which notice and which day the page shows: what is hydrated must be what stands there. */
const stateIn = (place: HTMLElement): Reading & { by?: string } => {
  const shown = place.querySelector<HTMLElement>('[data-form-state]:not([hidden])')
  const by = place.querySelector<HTMLElement>('[data-by]')?.dataset['by']
  return {
    state: (shown?.dataset['formState'] as Reading['state']) ?? 'open',
    ...(by ? { by } : {}),
  }
}

/** @throws if the words cannot be had */
async function wordsIn(language: string): Promise<Words> {
  const answer = await fetch(`/app/form.${language}.json`, { cache: 'no-store' })
  if (!answer.ok) throw new Error('no words')
  return (await answer.json()) as Words
}

const after = (ms: number) => new Promise<undefined>((done) => setTimeout(done, ms))
