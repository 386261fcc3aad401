/** What happens by the clock, every quarter of an hour. A host calls it; nothing here waits. */
import { dayIn, hourOf, type Environment } from './environment.ts'
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
  const to = await whoToTell(environment)
  if (to.length === 0) return
  const failed = Number((await readMeta(database, 'notices_failed')) ?? 0)
  const results = await Promise.allSettled(to.map((who) => environment.notify(who)))
  const ok = results.every(({ status }) => status === 'fulfilled')
  const came = (await readMeta(database, 'hers')) ?? '0'
  await database.batch([
    writeMeta('notices_failed', ok ? '0' : String(failed + 1)),
    // After a failure it is tried again at the next quarter.
    ...(ok ? [writeMeta('noticed', came), writeMeta('reminded', dayIn(now()))] : []),
  ])
}

async function whoToTell({ database, now }: Environment): Promise<('staff' | 'manager')[]> {
  const hour = hourOf(now())
  const [row] = await database.all(
    `SELECT COUNT(*) AS unseen, MIN(hers_at) AS oldest FROM request
     WHERE unseen = 1 AND withdrawn_at IS NULL`,
  )
  if (!Number(row?.['unseen'])) return []
  const age = hour - Number(row?.['oldest'])
  const isNew = (await readMeta(database, 'hers')) !== (await readMeta(database, 'noticed'))
  // Once a day, in the morning.
  const reminds =
    age >= late.staff &&
    localHour(now()) >= 8 &&
    (await readMeta(database, 'reminded')) !== dayIn(now())
  return [
    ...(isNew || reminds ? (['staff'] as const) : []),
    ...(reminds && age >= late.manager ? (['manager'] as const) : []),
  ]
}

const localHour = (ms: number) =>
  Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Stockholm',
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(ms),
  )
