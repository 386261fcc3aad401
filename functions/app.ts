import { Hono } from 'hono'

/**
 * The functions of the site, on web standards: no host, no file system, no clock of its own.
 *
 * `GET /api/health` → 200 `{ "ok": true }` when the server answers; for a monitor.
 * Anything else under `/api/` → 404.
 */
export const app = new Hono().get('/api/health', (c) => c.json({ ok: true }))
