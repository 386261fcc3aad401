/** May she be called now? Only if she has given times, they still hold, and it is within them. */
import type { Card } from '../contact/envelope.ts'
import { answers } from '../contact/request.ts'
import type { Item } from '../contact/staff.ts'
import { holidayOn } from '../contact/holidays.ts'
import { atTime } from './words.ts'

/** What holds now, for the eye and for the button. */
export interface Safety {
  safe: boolean
  /** Why not, or what to think of; in Swedish. */
  why: string
  /** What goes with «safe now» wherever it is said; in Swedish. */
  but: string[]
  /** How old her times are, in whole days. */
  age: number
  /** A public holiday: others may be at home. */
  holiday?: string
}

/** Times hold a week unless she has said another day. */
const daysTheyHold = 7

/** The last hour the form offers. «Call anyway» is no leave to call at night. */
const endOfDay = 18

/**
 * What holds for a request: her times, and also that she has withdrawn or has not answered, that
 * another time is agreed, and that a colleague has it.
 * @param me name of the person who looks
 * @param card undefined: it does not open, so nothing is known to be safe
 * @param now milliseconds since 1970
 */
export function safetyOf(me: string, item: Item, card: Card | undefined, now: number): Safety {
  if (!card || item.withdrawn)
    return { safe: false, why: 'Vi vet inte att det är säkert.', but: [], age: 0 }
  const safety = safeNow(card.request, item.givenAt, now)
  const why = notNow(me, item, card, now)
  if (why) return { ...safety, safe: false, why }
  return { ...safety, but: safety.safe ? butOf(item, card) : [] }
}

/** Whether someone may call or text right now: it is safe, and nothing else is left to others. */
export const readyFor = (me: string, item: Item, card: Card | undefined, now: number) =>
  item.state !== 'referred' && safetyOf(me, item, card, now).safe

/** Why not, whatever times she gave; undefined: her times decide. */
function notNow(
  me: string,
  { state, takenBy, attempts, calledAt, next }: Item,
  { request }: Card,
  now: number,
): string | undefined {
  if (state === 'done') return 'Ärendet är avslutat.'
  if (state === 'aside') return 'Ärendet är lagt åt sidan.'
  if (takenBy !== null && takenBy !== me)
    return `${takenBy} har ärendet. Två får inte ringa samma kvinna.`
  if (state === 'interpreter' && takenBy === null)
    return 'Hon väntar på tolk. Ta ärendet, och ring när tolken är på linjen.'
  const { date, time } = inStockholm(now)
  if (next !== null && next > `${date}T${time}`) return `Nästa tid är bestämd: ${atTime(next)}.`
  if (attempts === 0) return undefined
  const { noAnswer = 'stop' } = request
  if (noAnswer !== 'next') return afterNoAnswer[noAnswer]
  const since = spanStart(request, now)
  return since === undefined || (calledAt !== null && since > calledAt)
    ? undefined
    : 'Ringt utan svar i den här tiden. Ring i hennes nästa tid.'
}

const afterNoAnswer = {
  stop: 'Hon svarade inte, och då ringer vi inte igen förrän hon säger till. Skriv ett svar här.',
  sms: 'Hon svarade inte, och då vill hon ha ett sms i stället för fler samtal.',
}

function butOf({ state }: Item, { request: { how, own, interpreter } }: Card): string[] {
  const needed = state === 'interpreter' || interpreter?.includes('first')
  return [
    ...(needed ? [how === 'sms' ? 'med tolk redo om hon ringer' : 'med tolk på linjen'] : []),
    ...(own && own !== 'yes' ? ['men någon annan kan se telefonen'] : []),
  ]
}

/** When the last of her times that have begun today began, in hours since 1970. */
function spanStart({ hours = [] }: Card['request'], now: number): number | undefined {
  const { hour } = inStockholm(now)
  const begun = hours.map((span) => Number(span.split('-')[0])).filter((from) => from <= hour)
  return begun.length > 0 ? Math.floor(now / 3_600_000) - hour + Math.max(...begun) : undefined
}

/**
 * @param givenAt when she gave her times, hours since 1970
 * @param now milliseconds since 1970
 */
export function safeNow(
  { how, days, hours, until, untilDate, late, whom }: Card['request'],
  givenAt: number,
  now: number,
): Safety {
  const local = inStockholm(now)
  const age = Math.floor((now / 3_600_000 - givenAt) / 24)
  const holiday = holidayOn(local.date)
  const no = (why: string): Safety => ({
    safe: false,
    why,
    but: [],
    age,
    ...(holiday ? { holiday } : {}),
  })
  if (how === 'code' || how === 'herself') return no('Hon vill inte bli uppringd.')
  if (!days?.length || !hours?.length)
    return no(
      'Hon har inte sagt både dag och tid. Fråga i ett svar, eller bestäm med en kollega när risken är minst.',
    )
  const last = until === 'date' ? untilDate : undefined
  if (last ? local.date > last : age >= daysTheyHold)
    return no('Tiderna gäller inte längre. Skriv ett svar och fråga efter nya.')
  if (!days.includes(local.day)) return no('Inte en av hennes dagar.')
  const open = hours.find((span) => {
    const [from = 0, to = 0] = span.split('-').map(Number)
    return local.hour >= from && local.hour < to
  })
  if (!open) {
    const passed = hours.every((span) => local.hour >= Number(span.split('-')[1]))
    if (!passed) return no('Inte en av hennes tider just nu.')
    if (late !== 'yes') return no('Tiden har gått. Är vi sena ska vi inte höra av oss.')
    if (local.hour >= endOfDay) return no('Det är kväll. Vänta till hennes nästa tid.')
    return { ...no('Tiden har gått, men hon har sagt: hör av er ändå.'), safe: true }
  }
  const who = whom && whom !== 'self' ? ' Kontakta den som skrev, aldrig den det gäller.' : ''
  const to = open.split('-')[1]
  return { ...no(`Hennes tid varar till klockan ${to}.00.${who}`), safe: true }
}

/** Made once: making it is a hundred times the work of asking it. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The day and hour of the clock on the wall in Stockholm. */
export function inStockholm(ms: number): {
  date: string
  time: string
  day: (typeof answers.days)[number]
  hour: number
} {
  const parts = clock.format(ms)
  const [date = '', time = ''] = parts.split(' ')
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
  return { date, time, day: answers.days[weekday] ?? 'mon', hour: Number(time.slice(0, 2)) }
}
