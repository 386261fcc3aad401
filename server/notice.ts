/** The notice to staff. Its words never change, so that it tells nobody who wrote, or when. */
export const notice = 'Det finns nytt i inkorgen.'

/** Milliseconds before a receiver that does not answer counts as failed. */
export const patience = 10_000

/** Machines whose traffic never leaves this one. */
export const isLocal = (host: string) => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)

/**
 * Tells staff through a webhook: `POST` of `{ "text": …, "to": "staff" | "manager" }`.
 * @throws if the address is not HTTPS, or the receiver does not say 2xx
 */
export async function postNotice(address: string, to: 'staff' | 'manager'): Promise<void> {
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'https:' && !isLocal(hostname))
    throw new Error('NOTIFY_WEBHOOK måste börja med https.')
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: notice, to }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
}
