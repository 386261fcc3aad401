/** What to do now, in the order it matters. */
import { useEffect, useRef, type FocusEvent } from 'react'

import type { Item } from '../contact/staff.ts'
import { inStockholm, readyFor } from './safe.ts'
import { Rows } from './Rows.tsx'
import type { Session } from './session.ts'

/** Hours something of hers may lie unread before staff, and before a manager, must act. */
const late = { staff: 24, manager: 48 }

interface Props {
  session: Session
  onPick: (ref: string) => void
}

export function Today({ session, onPick }: Props) {
  const groups = sorted(session)
  const kept = useKeptFocus()
  return (
    <div {...kept}>
      {drawn(groups).map(({ name, alarm, items, most }) => (
        <section key={name} className={alarm ? 'panel alarm' : 'panel'}>
          <h2>
            {name} ({items.length})
          </h2>
          <Rows session={session} items={items} most={most} onPick={onPick} />
        </section>
      ))}
      {groups.length === 0 && (
        <p className="panel">Inget väntar. Listan hämtas igen varje minut.</p>
      )}
    </div>
  )
}

/** A request that goes to another group, when its card is opened or something is done, keeps focus. */
function useKeptFocus() {
  const place = useRef<HTMLDivElement>(null)
  const focused = useRef<string>(undefined)
  useEffect(() => {
    if (focused.current === undefined || document.activeElement !== document.body) return
    place.current
      ?.querySelector<HTMLElement>(`[data-request="${focused.current}"] button`)
      ?.focus({ preventScroll: true })
  })
  return {
    ref: place,
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target.closest<HTMLElement>('[data-request]')?.dataset['request']
    },
    // What is taken away loses focus to nothing; what is left, to something or by a press beside it.
    onBlur: ({ target }: FocusEvent) => {
      if (target.isConnected) focused.current = undefined
    },
  }
}

/** How many rows of each group are drawn: a hundred together, and some of each. */
function drawn<Group extends { items: Item[] }>(groups: Group[]): (Group & { most: number })[] {
  let left = 100
  return groups.map((group) => {
    const most = Math.max(10, left)
    left -= Math.min(group.items.length, most)
    return { ...group, most }
  })
}

/** Each request once, in the first group it belongs to. */
function sorted({ desk, items: all, cards, now, me }: Session) {
  const today = inStockholm(now).date
  const waited = ({ waitsSince }: Item) => (waitsSince === null ? 0 : desk.hour - waitsSince)
  const groups: { name: string; alarm?: true; has: (item: Item) => boolean }[] = [
    {
      name: `Oläst i mer än ${late.manager} timmar: säg till chefen`,
      alarm: true,
      has: (item) => waited(item) >= late.manager,
    },
    {
      name: `Oläst i mer än ${late.staff} timmar`,
      alarm: true,
      has: (item) => waited(item) >= late.staff,
    },
    {
      name: 'Tillbakatagna: kontakta inte',
      has: (item) => item.withdrawn && item.state !== 'done' && item.state !== 'aside',
    },
    { name: 'Nytt från henne', has: ({ unseen, readAt }) => unseen && readAt !== null },
    {
      name: 'Går att ringa eller sms:a nu',
      has: (item) => readyFor(me.name, item, cards.get(item.ref), now),
    },
    {
      name: 'Bestämd tid i dag eller tidigare',
      has: (item) =>
        item.next !== null &&
        item.next.slice(0, 10) <= today &&
        item.state !== 'done' &&
        item.state !== 'aside',
    },
    { name: 'Väntar på tolk', has: ({ state }) => state === 'interpreter' },
    { name: 'Hänvisade, inte avslutade', has: ({ state }) => state === 'referred' },
    { name: 'Dina', has: ({ takenBy, state }) => takenBy === me.name && state === 'taken' },
    { name: 'Nya', has: ({ state, readAt }) => state === 'new' && readAt === null },
    { name: 'Lästa, ingen har dem', has: ({ state }) => state === 'new' },
    { name: 'Ringt, inget svar', has: ({ state }) => state === 'noAnswer' },
    { name: 'Hos en kollega', has: ({ state }) => state === 'taken' },
  ]
  const left = new Set(all)
  return groups
    .map(({ has, ...group }) => {
      const items = [...left].filter(has)
      for (const item of items) left.delete(item)
      return { ...group, items: items.toSorted((a, b) => a.hersAt - b.hersAt) }
    })
    .filter(({ items }) => items.length > 0)
}
