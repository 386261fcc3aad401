/** What the inbox and the function say to each other. Every request carries a bearer token. */
import * as z from 'zod/mini'

import { Admission, Name, Role } from './keyfile.ts'
import { messageSize } from './message.ts'

const base64 = z.string().check(z.regex(/^[\w-]+$/))
const hour = z.int()

/**
 * Where the work stands. `taken`: someone holds it today. `noAnswer`: called, nobody answered.
 * `interpreter`: waits for an interpreter. `aside`: opens with no key, or is rubbish; kept, and out of
 * the way until someone takes it back or something more comes. Withdrawal is a mark of its own, on top of these.
 */
export const states = [
  'new',
  'taken',
  'noAnswer',
  'interpreter',
  'referred',
  'done',
  'aside',
] as const
export const WorkState = z.enum(states)
export type WorkState = z.infer<typeof WorkState>

/** Why someone takes over what a colleague holds. Closed: reasons never tell of a woman. */
export const takeOverReasons = ['sick', 'absent', 'left', 'agreed'] as const

/** Why something is given back. `conflict`: I know her or him, someone else must take it. */
export const releaseReasons = ['day', 'conflict', 'other'] as const

/** Why something is set aside. */
export const asideReasons = ['unreadable', 'junk'] as const

/** Where a request was referred. */
export const referrals = [
  'socialtjanst',
  'kvinnojour',
  'brottsoffermyndighet',
  'polis',
  'vard',
  'annan',
] as const

/** A request as the list shows it. Hours are hours since 1970. */
export const Item = z.strictObject({
  /** Four characters, to say to each other. */
  ref: z.string(),
  /** Raised by every change of hers or of staff; an action names the one it has seen. */
  rev: z.int(),
  loc: base64,
  state: WorkState,
  withdrawn: z.boolean(),
  /** Calls without an answer. */
  attempts: z.int(),
  /** When she was last called without an answer. */
  calledAt: z.nullable(hour),
  /** Next time agreed, `YYYY-MM-DDTHH:MM` in Stockholm. */
  next: z.nullable(z.string()),
  takenBy: z.nullable(z.string()),
  /** Who must not have it, by their own word. */
  notFor: z.array(z.string()),
  referredTo: z.nullable(z.enum(referrals)),
  /** When it came. */
  hour,
  /** When staff first opened its words; null: nobody has read it. */
  readAt: z.nullable(hour),
  /** When the request, with the times in it, came or was last changed. */
  givenAt: hour,
  /** When something of hers last came: the request, an edit, an answer, a withdrawal. */
  hersAt: hour,
  /** Since when something of hers has lain unread; null: everything is read. */
  waitsSince: z.nullable(hour),
  /** Replies sent and answers received. */
  replies: z.int(),
  answers: z.int(),
  /** Whether an answer or an edit has come that nobody has opened. */
  unseen: z.boolean(),
  /** When it was marked as moved to the case system. */
  transferredAt: z.nullable(hour),
  /** The sealed card. Left out when she has withdrawn, unless she has written since. */
  card: z.nullable(base64),
})
export type Item = z.infer<typeof Item>

/** The parts of the list: `ended` is what is done or set aside, `open` everything else. */
export const Part = z.enum(['open', 'ended'])
export type Part = z.infer<typeof Part>
export const isEnded = ({ state }: Pick<Item, 'state'>) => state === 'done' || state === 'aside'

/** A place in a part of the list, as a page gives it and the next one is asked for with it. */
export const Cursor = z.string().check(z.regex(/^[01]\.\d{1,9}\.[\w-]{1,20}$/))
/** `GET /api/staff/requests?of=open&after=…`: what is asked for; without `after` the first page. */
export const PageOf = z.object({ of: Part, after: z.optional(Cursor) })
export const Page = z.strictObject({
  items: z.array(Item),
  /** Null: this is the last. */
  next: z.nullable(Cursor),
})
export type Page = z.infer<typeof Page>

/** `GET /api/staff?since=…`: the mark of the last answer; left out: the list is begun. */
export const Since = z.object({ since: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) })

/** `GET /api/staff`. */
export const Desk = z.strictObject({
  me: z.strictObject({ name: Name, role: Role }),
  /** Hours since 1970, by the server's clock. */
  hour,
  /** A moment of the list; what changes from then on is told to who names it. */
  mark: z.int(),
  /** Nothing here follows on what was told before: the pages are fetched from the first. */
  anew: z.boolean(),
  /** What has changed since the mark that was named, as it is now. */
  items: z.array(Item),
  /** References of what was erased since. */
  gone: z.array(z.string()),
  /** More has changed: to be asked for with this mark, at once. */
  more: z.boolean(),
  /** How many requests there are in each part. */
  count: z.strictObject({ open: z.int(), ended: z.int() }),
  colleagues: z.array(z.strictObject({ name: Name, role: Role, since: hour })),
  /** The current set of recipients, to re-seal for a new colleague. */
  set: z.string(),
  recipients: z.array(z.string()),
  /** Whether one of the recipients is the recovery key. */
  recovery: z.boolean(),
  closed: z.nullable(z.strictObject({ from: z.string(), to: z.string() })),
  /** A demonstration or a draft: nobody should send in earnest. */
  nobody: z.boolean(),
  /** The decided rule of erasure, if there is one. */
  erasure: z.nullable(z.strictObject({ decision: z.string(), days: z.int() })),
  /** Notices that could not be sent, in a row. */
  noticesFailed: z.int(),
  full: z.boolean(),
})
export type Desk = z.infer<typeof Desk>

/** Body of every action on a request: the revision the person has seen. */
const seen = { rev: z.int() }

export const Take = z.strictObject({ ...seen, reason: z.optional(z.enum(takeOverReasons)) })
export const Release = z.strictObject({ ...seen, reason: z.enum(releaseReasons) })
export const Progress = z.strictObject({
  ...seen,
  state: z.enum(['taken', 'noAnswer', 'interpreter', 'referred', 'done']),
  next: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/))),
  referredTo: z.nullable(z.enum(referrals)),
})
/** Several at once: a flood of what opens with no key is not cleared one by one. */
export const Aside = z.strictObject({
  reason: z.enum(asideReasons),
  requests: z
    .array(z.strictObject({ ref: z.string().check(z.maxLength(20)), ...seen }))
    .check(z.minLength(1), z.maxLength(200)),
})
/** Answer to setting aside: which were; the others have changed, or a colleague has them. */
export const SetAside = z.strictObject({ refs: z.array(z.string()) })
export const Open = z.strictObject(seen)
export const Reply = z.strictObject({
  ...seen,
  /** Number of the reply: one more than the replies there are. */
  n: z.int().check(z.positive()),
  message: base64.check(z.length(Math.ceil((messageSize * 4) / 3))),
})
export const Transferred = z.strictObject(seen)
export const Reseal = z.strictObject({ ...seen, set: z.string(), card: base64 })

/** Answer to opening: the words and the messages, all sealed. */
export const Opened = z.strictObject({
  rev: z.int(),
  words: base64,
  messages: z.array(
    z.strictObject({ n: z.int(), from: z.enum(['staff', 'her']), hour, message: base64 }),
  ),
  /** What stood there before she changed it, oldest first; nothing she sent is lost. */
  earlier: z.array(z.strictObject({ hour, card: base64, words: base64 })),
})
export type Opened = z.infer<typeof Opened>

/** What staff do; the log holds nothing of hers. */
export const logActions = [
  'take',
  'takeOver',
  'release',
  'lapse',
  'open',
  'taken',
  'noAnswer',
  'interpreter',
  'referred',
  'done',
  'reply',
  'export',
  'transferred',
  'aside',
  'back',
  'erased',
  'reseal',
  'admit',
  'remove',
  'changeKey',
  'close',
  'reopen',
] as const

export const LogLine = z.strictObject({
  /** Counted from the first line; a later line has a higher number. */
  n: z.int(),
  hour,
  who: z.string(),
  action: z.enum(logActions),
  /** The request, where the action is about one. */
  ref: z.nullable(z.string()),
  /** From a closed list, or the name of a colleague; never anything of hers. */
  detail: z.nullable(z.string()),
})
export type LogLine = z.infer<typeof LogLine>
/** `GET /api/staff/requests/:ref/log`: all of it. */
export const Log = z.strictObject({ lines: z.array(LogLine) })

/** `GET /api/staff/log`: what is looked for; what is left out is not. Days in Stockholm, both included. */
export const LogFilter = z.object({
  who: z.optional(z.string().check(z.maxLength(60))),
  action: z.optional(z.enum(logActions)),
  /** A part of a reference. */
  ref: z.optional(z.string().check(z.maxLength(20))),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  /** Only lines with a lower number: the last of the page before. */
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
})
export type LogFilter = z.infer<typeof LogFilter>
export const LogPage = z.strictObject({
  /** Newest first. */
  lines: z.array(LogLine),
  /** How many lines match, on all pages. */
  total: z.int(),
  /** Everyone who has done anything; only with the first page. */
  people: z.optional(z.array(z.string())),
})
export type LogPage = z.infer<typeof LogPage>

/** `POST /api/staff/people`: admits a key (manager). */
export const Admit = z.strictObject({ ...Admission.shape, role: Role })
/** `POST /api/staff/key`: one's own new key in place of the old. */
export const ChangeKey = Admission
/** `PUT /api/staff/closed`: days in which nobody reads (manager); null opens the form again. */
export const Closed = z.nullable(
  z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .check(z.refine(({ from, to }) => from <= to)),
)

/** Body of a 409 where people or keys were to be changed: why nothing was. */
export const NotChanged = z.strictObject({
  why: z.enum(['name', 'unknown', 'tooFew', 'noManager', 'atOnce']),
})
export type NotChanged = z.infer<typeof NotChanged>

/** Body of a 409: a colleague holds it. */
export const TakenBy = z.strictObject({ by: z.string() })
