/** The functions of the site, on web standards: no host, no file system, no clock of its own. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

import { BusyError, StorageError, type Environment } from './environment.ts'
import { plainForm } from './plain.ts'
import { Pressure } from './pressure.ts'
import { requests } from './requests.ts'
import { staff } from './staff.ts'
import { isNearlyFull } from './store/hers.ts'
import { readMeta } from './store/meta.ts'

/** Notices that fail this many times in a row make the service unhealthy. */
const failuresAllowed = 1

/**
 * Everything that is not a file.
 *
 * `GET /api/health` → 200 `{ "ok": true }`, or 503 when the database does not answer, its room is
 * nearly taken, or staff are not told of what comes; for a monitor. What the other endpoints take and give stands in `requests.ts`
 * (her, with JavaScript), `plain.ts` (her, without) and `staff.ts`. Anything else below `/api/` → 404.
 */
export function contactApp(environment: Environment): Hono {
  const pressure = new Pressure(environment.calm)
  const app = new Hono()
  app.get('/api/health', async (c) => {
    const failed = Number((await readMeta(environment.database, 'notices_failed')) ?? 0)
    const isWell = failed <= failuresAllowed && !(await isNearlyFull(environment.database))
    return c.json({ ok: isWell }, isWell ? 200 : 503)
  })
  app.route('/', requests(environment, pressure))
  app.route('/', staff(environment))
  app.route('/', plainForm(environment, pressure))
  app.all('/api/*', (c) => c.json({}, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.body(null, error.status)
    const why =
      error instanceof BusyError
        ? 'busy'
        : error instanceof StorageError && error.full
          ? 'full'
          : error instanceof StorageError
            ? 'storage'
            : undefined
    // Nothing is logged: an error may carry what she wrote.
    return why ? c.json({ why }, 503, { 'Retry-After': '30' }) : c.body(null, 500)
  })
  return app
}
