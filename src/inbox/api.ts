/** The functions as staff call them. Every request carries the token; nothing is stored. */
import {
  Desk,
  Item,
  Log,
  LogPage,
  NotChanged,
  Opened,
  Page,
  SetAside,
  TakenBy,
  type LogFilter,
  type Part,
} from '../contact/staff.ts'

/** Status where the sign-on in front of the server answers instead, by sending elsewhere. */
export const signedOut = 302

/** The server said no. `status` 0: it could not be reached. `signedOut`: it was never asked. */
export class Refused extends Error {
  readonly status: number
  /** Who holds the request (409). */
  readonly by: string | undefined
  /** Why people or keys were not changed (409). */
  readonly why: NotChanged['why'] | undefined
  constructor(status: number, body?: unknown) {
    super(`refused: ${status}`)
    this.status = status
    this.by = TakenBy.safeParse(body).data?.by
    this.why = NotChanged.safeParse(body).data?.why
  }
}

export type Api = ReturnType<typeof apiOf>

/** @param token of the open key */
export function apiOf(token: string) {
  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`/api/staff${path}`, {
      method,
      cache: 'no-store',
      // Nothing of ours leads elsewhere; the sign-on does, to a host that the policy refuses.
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refused(0)
    })
    if (answer.ok) return answer
    if (answer.type === 'opaqueredirect') throw new Refused(signedOut)
    throw new Refused(answer.status, await answer.json().catch(() => undefined))
  }
  const about = (ref: string, what: string) => `/requests/${encodeURIComponent(ref)}/${what}`

  /** All of these throw `Refused`. */
  return {
    /** @param since the mark of the last answer; left out: the list is begun */
    desk: async (since?: number) =>
      Desk.parse(await (await call('GET', since === undefined ? '' : `?since=${since}`)).json()),
    /** @param after `next` of the page before; left out: the first page */
    page: async (of: Part, after?: string) =>
      Page.parse(await (await call('GET', `/requests${asking({ of, after })}`)).json()),
    /** @returns undefined where there is none */
    item: async (ref: string) => {
      const answer = await call('GET', `/requests/${encodeURIComponent(ref)}`).catch(unlessGone)
      return answer && Item.parse(await answer.json())
    },
    /** One of: take, release, progress, exported, transferred, back. */
    act: (ref: string, what: string, body: { rev: number } & Record<string, unknown>) =>
      call('POST', about(ref, what), body),
    /** Opens the words; the server logs it. */
    open: async (ref: string, rev: number) =>
      Opened.parse(await (await call('POST', about(ref, 'open'), { rev })).json()),
    reply: (ref: string, body: { rev: number; n: number; message: string }) =>
      call('PUT', about(ref, 'replies'), body),
    reseal: (ref: string, body: { rev: number; set: string; card: string }) =>
      call('PUT', about(ref, 'card'), body),
    /** @returns the references that were set aside */
    setAside: async (reason: string, requests: { ref: string; rev: number }[]) =>
      SetAside.parse(await (await call('POST', '/aside', { reason, requests })).json()).refs,
    /** All that was done with one request, newest first. */
    logOf: async (ref: string) =>
      Log.parse(await (await call('GET', about(ref, 'log'))).json()).lines,
    log: async (filter: LogFilter) =>
      LogPage.parse(await (await call('GET', `/log${asking(filter)}`)).json()),
    admit: (body: object) => call('POST', '/people', body),
    remove: (name: string) => call('DELETE', `/people/${encodeURIComponent(name)}`),
    changeKey: (body: object) => call('POST', '/key', body),
    close: (days: { from: string; to: string } | null) => call('PUT', '/closed', days),
  }
}

/** As a query; what is empty is left out. */
function asking(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

function unlessGone(problem: unknown): undefined {
  if (!(problem instanceof Refused && problem.status === 404)) throw problem
}
