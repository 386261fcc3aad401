/** What a browser and an inbox do over the wire, for tests: the real protocol, no page. */
import { fromText, toText } from '../../src/contact/bytes.ts'
import { keysOf, makeCode, type Keys } from '../../src/contact/code.ts'
import { openCard, openWords, sealRequest, type Sealed } from '../../src/contact/envelope.ts'
import type { Key } from '../../src/contact/keyfile.ts'
import { openReplies, sealMessage } from '../../src/contact/message.ts'
import { dayOf, prove } from '../../src/contact/proof.ts'
import type { Request as ContactRequest } from '../../src/contact/request.ts'
import { Desk, Item, Opened, Page, type Part } from '../../src/contact/staff.ts'
import { FormState, ProofNeeded } from '../../src/contact/wire.ts'

/** Asks a host: a path and what `fetch` takes. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** Asks a running server. */
export const asking =
  (origin: string): Ask =>
  (path, init) =>
    fetch(origin + path, init)

export const json = (method: string, body: unknown, headers: Record<string, string> = {}) => {
  const text = JSON.stringify(body)
  return {
    method,
    body: text,
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': String(new TextEncoder().encode(text).length),
      ...headers,
    },
  }
}

export const formStateOf = async (ask: Ask) =>
  FormState.parse(await (await ask('/api/form')).json())

/** Seals a request as the browser does. */
export async function sealedFor(
  ask: Ask,
  request: ContactRequest,
  code = makeCode(),
): Promise<{ code: string; keys: Keys; sealed: Sealed; set: string }> {
  const { set, recipients } = await formStateOf(ask)
  const keys = await keysOf(code)
  const about = { language: 'sv', via: 'sealed', hour: Math.floor(Date.now() / 3_600_000) } as const
  return { code, keys, set, sealed: await sealRequest(request, keys, recipients, about) }
}

export const bodyOf = ({ id, card, words }: Sealed, set: string, proof?: object) => ({
  v: 1,
  set,
  id: toText(id),
  card: toText(card),
  words: toText(words),
  ...(proof ? { proof } : {}),
})

/** Asks, and asks again with a proof for `parts` if work is asked for. */
async function working(ask: Ask, path: string, method: string, body: object, parts: Uint8Array[]) {
  const answer = await ask(path, json(method, body))
  if (answer.status !== 428) return answer
  const { bits, day } = ProofNeeded.parse(await answer.json())
  const proof = { day, nonce: toText(prove(parts, day, bits)) }
  return ask(path, json(method, { ...body, proof }))
}

/** Puts sealed bytes, with a proof if it is asked for. */
export const put = (ask: Ask, sealed: Sealed, set: string): Promise<Response> =>
  working(ask, '/api/requests', 'PUT', bodyOf(sealed, set), [sealed.id, sealed.card, sealed.words])

/** Sends a request, as she does. @throws unless it was acknowledged */
export async function send(ask: Ask, request: ContactRequest) {
  const made = await sealedFor(ask, request)
  const { status } = await put(ask, made.sealed, made.set)
  if (status !== 204) throw new Error(`not acknowledged: ${status}`)
  return made
}

export const repliesBytes = async (ask: Ask, id: Uint8Array) => {
  const answer = await ask('/api/replies', json('POST', { id: toText(id) }))
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

export async function readReplies(ask: Ask, { id, key, loc }: Keys) {
  return openReplies(key, loc, (await repliesBytes(ask, id)).bytes)
}

/** Seals an answer of hers and sends it, with a proof if it is asked for. */
export async function answerTo(ask: Ask, { id, key, loc }: Keys, text: string) {
  const message = await sealMessage(key, loc, 'her', { n: 1, hour: 0, text })
  const body = { id: toText(id), message: toText(message) }
  return working(ask, '/api/answers', 'POST', body, [id, message])
}

export const withdraw = (ask: Ask, id: Uint8Array) =>
  ask('/api/withdrawals', json('POST', { id: toText(id) }))

/** The inbox of one member of staff. */
export function inboxOf(ask: Ask, key: Key) {
  const headers = { Authorization: `Bearer ${key.token}` }
  const post = (path: string, body: unknown, method = 'POST') =>
    ask(`/api/staff${path}`, json(method, body, headers))
  const get = async (path: string): Promise<unknown> =>
    (await ask(`/api/staff${path}`, { headers })).json()
  const since = async (mark: number) => Desk.parse(await get(`?since=${mark}`))
  /** All of one part, page after page. */
  const all = async (of: Part) => {
    const items: Item[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Page = Page.parse(await get(`/requests?of=${of}${after && `&after=${after}`}`))
      items.push(...page.items)
      after = page.next
    }
    return items
  }
  const desk = async () => {
    const begun = Desk.parse(await get(''))
    return { ...begun, items: [...(await all('open')), ...(await all('ended'))] }
  }
  const find = async (keys: Keys): Promise<Item> => {
    const item = (await desk()).items.find(({ loc }) => loc === toText(keys.loc))
    if (!item) throw new Error('not in the inbox')
    return item
  }
  return {
    headers,
    post,
    /** The desk with every request there is. */
    desk,
    /** What has changed since a mark. */
    since,
    all,
    find,
    take: async (keys: Keys, reason?: string) => {
      const { ref, rev } = await find(keys)
      return post(`/requests/${ref}/take`, { rev, ...(reason ? { reason } : {}) })
    },
    /** Opens what she wrote: card and words. The request must be taken. */
    read: async (keys: Keys) => {
      const { ref, rev, card } = await find(keys)
      const answer = await post(`/requests/${ref}/open`, { rev })
      if (answer.status !== 200) throw new Error(`not opened: ${answer.status}`)
      const opened = Opened.parse(await answer.json())
      const own = await openCard(fromText(card ?? ''), keys.loc, key.identities)
      const words = await openWords(fromText(opened.words), own)
      return { opened, card: own, words, request: { ...own.request, ...words.request } }
    },
    reply: async (keys: Keys, text: string, messageKey: Uint8Array<ArrayBuffer>) => {
      const { ref, rev, replies } = await find(keys)
      const n = replies + 1
      const message = await sealMessage(messageKey, keys.loc, 'staff', { n, hour: 0, text })
      return post(`/requests/${ref}/replies`, { rev, n, message: toText(message) }, 'PUT')
    },
  }
}

/** Today as proofs count it. */
export const today = () => dayOf(Date.now())
