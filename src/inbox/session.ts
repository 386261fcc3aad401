/** What the open inbox holds: in memory only, dropped when it is locked. */
import type { Key } from '../contact/keyfile.ts'
import type { Api } from './api.ts'
import type { Held, List } from './held.ts'

/** What every view is given. */
export interface Session extends Held {
  /** The open key of the person who sits here. */
  me: Key
  api: Api
  /** Fetches what of the list is not here, and opens first what is seen. */
  list: Pick<List, 'fetchEnded' | 'fetchAll' | 'find' | 'draw'>
  /** Milliseconds since 1970; moves on by itself. */
  now: number
  /** Asks what has changed. */
  refresh: () => Promise<void>
  /** Replies that are begun and not sent, by reference; kept while other views are looked at. */
  drafts: Map<string, string>
  /** Uses another key from now on. */
  changeKey: (key: Key) => void
}
