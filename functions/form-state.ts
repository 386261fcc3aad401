/** Whether anyone reads what is sent, and by which day staff are in touch. */
import { holidayOn } from '../src/contact/holidays.ts'
import type { FormState } from '../src/contact/wire.ts'
import { dayIn } from '../src/contact/day.ts'
import type { Environment } from './environment.ts'
import { closedDays, type ClosedDays } from './store/meta.ts'
import { currentSet } from './store/people.ts'

/** @throws StorageError */
export async function formState(environment: Environment): Promise<FormState> {
  const { database, site, demonstration, now } = environment
  const set = await currentSet(database)
  const keys = { set: set?.name ?? '', recipients: set?.recipients ?? [] }
  if (site.draft || demonstration || !set) return { state: 'nobody', ...keys }
  const closed = await closedDays(database)
  const today = dayIn(now())
  const isClosed = closed && closed.from <= today && today <= closed.to
  const from = isClosed ? closed.to : today
  const by = site.answerDays === null ? {} : { by: dayWeAnswer(from, site.answerDays, closed) }
  return isClosed
    ? { state: 'closed', ...closed, ...keys, ...by }
    : { state: 'open', ...keys, ...by }
}

/** The day by which staff are in touch; days in which they do not read do not count. */
function dayWeAnswer(from: string, days: number, closed: ClosedDays | null): string {
  const day = workingDayAfter(from, days)
  const isAway = closed && from < closed.from && closed.from <= day
  return isAway ? workingDayAfter(closed.to, days) : day
}

/** The day `days` working days after `date` (ISO dates). */
function workingDayAfter(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`)
  for (let left = days; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const works = ![0, 6].includes(day.getUTCDay()) && !holidayOn(iso(day))
    if (works) left--
  }
  return iso(day)
}

const iso = (day: Date) => day.toISOString().slice(0, 10)
