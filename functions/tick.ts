/** What happens by the clock, every quarter of an hour. A host calls it; nothing here waits. */
import { dayIn } from '../src/contact/day.ts'
import { hourOf, type Environment } from './environment.ts'
import { forgetUnknown, isNearlyFull } from './store/hers.ts'
import { readMeta, writeMeta } from './store/meta.ts'
import { erase, lapse } from './store/work.ts'

/** Hours a request may lie unread before staff are reminded, and before a manager is. */
const late = { staff: 24, manager: 48 }

/**
 * Gives back what was taken, erases what a decision lets go, and tells staff if something waits.
 * The notice has constant text and comes at fixed times, so that it tells nobody who wrote when.
 */
export async function tick(environment: Environment): Promise<void> {
  const { database, site, now } = environment
  await lapse(database, now())
  if (site.erasure) await erase(database, site.erasure.days, now())
  await database.batch([forgetUnknown])
  // Asked before anyone is told: what comes meanwhile is told of at the next quarter.
  const came = (await readMeta(database, 'hers')) ?? '0'
  const { isNew, reminds, alarms } = await whatWaits(environment)
  const to = [
    ...(isNew || reminds ? (['staff'] as const) : []),
    ...(alarms ? (['manager'] as const) : []),
  ]
  if (to.length === 0) return
  const failed = Number((await readMeta(database, 'notices_failed')) ?? 0)
  const results = await Promise.allSettled(to.map((who) => environment.notify(who)))
  const ok = results.every(({ status }) => status === 'fulfilled')
  await database.batch([
    writeMeta('notices_failed', ok ? '0' : String(failed + 1)),
    // After a failure it is tried again at the next quarter.
    ...(ok ? [writeMeta('noticed', came)] : []),
    ...(ok && (reminds || alarms) ? [writeMeta('reminded', dayIn(now()))] : []),
  ])
}

/**
 * `isNew`: something has come that nobody was told of. `reminds`, `alarms`: once a day, in the
 * morning, when something has lain unread or untaken for a day, and for two; `alarms` also while
 * the room is nearly full.
 */
async function whatWaits({ database, now }: Environment) {
  const noticed = Number((await readMeta(database, 'noticed')) ?? 0)
  const [row] = await database.all(
    `SELECT MAX(CASE WHEN unseen = 1 THEN seq END) AS newest,
            MIN(CASE WHEN unseen = 1 THEN waits_since ELSE hers_at END) AS oldest
     FROM request
     WHERE unseen = 1 OR (withdrawn_at IS NULL AND state = 'new')`,
  )
  const age = row?.['oldest'] == null ? 0 : hourOf(now()) - Number(row['oldest'])
  const isMorning = localHour(now()) >= 8 && (await readMeta(database, 'reminded')) !== dayIn(now())
  return {
    isNew: Number(row?.['newest'] ?? 0) > noticed,
    reminds: isMorning && age >= late.staff,
    alarms: isMorning && (age >= late.manager || (await isNearlyFull(database))),
  }
}

const localHour = (ms: number) =>
  Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Stockholm',
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(ms),
  )
