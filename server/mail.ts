/** Notices from one machine: by mail, by a webhook, or both. */
import { createTransport } from 'nodemailer'

import type { Environment } from '../functions/environment.ts'
import { isLocal, notice, patience, postNotice } from './notice.ts'

type Notify = Environment['notify']

/**
 * @param settings `SMTP_URL`, `NOTIFY_FROM`, `NOTIFY_TO`, `NOTIFY_MANAGER_TO` (left out: as
 * `NOTIFY_TO`), `NOTIFY_WEBHOOK`
 * @returns what tells staff; it rejects when any way fails, or when there is none: nobody is told then
 * @throws if a setting is missing or wrong
 */
export function notifier(settings: Record<string, string | undefined>): Notify {
  const { SMTP_URL: smtp, NOTIFY_WEBHOOK: webhook } = settings
  const ways: Notify[] = []
  if (smtp) ways.push(byMail(smtp, settings))
  if (webhook) {
    if (!URL.canParse(webhook)) throw new Error('NOTIFY_WEBHOOK är ingen adress.')
    ways.push((to) => postNotice(webhook, to))
  }
  return async (to) => {
    if (ways.length === 0) throw new Error('neither SMTP_URL nor NOTIFY_WEBHOOK is set')
    await Promise.all(ways.map((tell) => tell(to)))
  }
}

function byMail(smtp: string, settings: Record<string, string | undefined>): Notify {
  const { NOTIFY_FROM: from, NOTIFY_TO: staff } = settings
  const receivers = { staff, manager: settings['NOTIFY_MANAGER_TO'] ?? staff }
  if (!from || !staff) throw new Error('SMTP_URL är satt, men inte NOTIFY_FROM och NOTIFY_TO.')
  const { protocol, hostname, port, username, password } = parsed(smtp)
  const secure = protocol === 'smtps:'
  // Only these fields of the address count: nothing in it can turn off the check of certificates.
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !isLocal(hostname),
    ...(username
      ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
      : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (to) => {
    await transport.sendMail({ from, to: receivers[to], subject: notice, text: notice })
  }
}

function parsed(smtp: string): URL {
  const url = URL.canParse(smtp) ? new URL(smtp) : undefined
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol))
    throw new Error('SMTP_URL ska se ut så här: smtps://namn:lösenord@post.exempel.se')
  return url
}
