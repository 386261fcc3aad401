/** Who works in the inbox; managers also admit, remove, re-seal and close the form here. */
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { toText } from '../contact/bytes.ts'
import { sealCard } from '../contact/envelope.ts'
import { Admission, Role } from '../contact/keyfile.ts'
import { Closed } from '../contact/staff.ts'
import { Refused, signedOut } from './api.ts'
import { Control } from './Control.tsx'
import type { Session } from './session.ts'
import { atHour, signInAgain } from './words.ts'

const roleWords: Record<Role, string> = { staff: 'medarbetare', manager: 'chef' }

interface Props {
  session: Session
}

export function People({ session }: Props) {
  const manager = session.desk.me.role === 'manager'
  return (
    <>
      <Colleagues session={session} manager={manager} />
      {manager && (
        <>
          <AdmitForm session={session} />
          <Reseal session={session} />
          <ClosedDays session={session} />
        </>
      )}
    </>
  )
}

/** What a task of this page has come to: what was done, or why not. */
function useTask({ refresh }: Session) {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<string>()
  const [problem, setProblem] = useState<string>()

  /** @param refused why the server refuses this task, by what it says or by status */
  async function run(
    work: () => Promise<unknown>,
    said: string,
    refused: Record<string, string> = {},
  ): Promise<boolean> {
    setBusy(true)
    setDone(undefined)
    setProblem(undefined)
    const error: unknown = await work().then(
      () => undefined,
      (reason: unknown) => reason ?? new Error(),
    )
    await refresh().catch(() => undefined)
    if (error === undefined) setDone(said)
    else setProblem(whyNot(error, refused))
    setBusy(false)
    return error === undefined
  }

  const outcome = (
    <>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{done}</p>
    </>
  )
  return { run, busy, outcome, setProblem }
}

function whyNot(error: unknown, refused: Record<string, string>): string {
  if (!(error instanceof Refused)) return 'Det gick inte. Säg till driften.'
  const known: Record<string, string> = {
    atOnce: 'Någon annan ändrade nycklarna samtidigt. Ladda om och försök igen.',
    0: 'Servern svarade inte. Titta om det blev gjort innan du försöker igen.',
    [signedOut]: `${signInAgain} Inget är ändrat.`,
    401: 'Din nyckel släpper inte längre in dig. Lås inkorgen och öppna den igen.',
    403: 'Bara en chef får göra det.',
    503: 'Databasen tar inte emot. Inget är ändrat. Säg till driften.',
    ...refused,
  }
  return (
    known[error.why ?? ''] ??
    known[error.status] ??
    `Det gick inte (${error.status}). Inget är ändrat.`
  )
}

function Colleagues({ session, manager }: Props & { manager: boolean }) {
  const { colleagues, me } = session.desk
  const [leaver, setLeaver] = useState<string>()
  const { run, busy, outcome } = useTask(session)

  const remove = (name: string) =>
    run(
      () => session.api.remove(name),
      `${name} är borttagen. Förfrågningar som hon eller han höll i ligger i listan igen.`,
      {
        unknown: `${name} är redan borttagen.`,
        tooFew: 'Då blir det färre än två nycklar kvar. Släpp först in någon annan.',
        noManager: 'Då finns ingen chef kvar. Släpp först in en annan chef.',
      },
    ).then((gone) => gone && setLeaver(undefined))

  return (
    <section className="panel">
      <h2>Kollegor</h2>
      <div className="wide" role="region" tabIndex={0} aria-label="Kollegor">
        <table>
          <caption>Nycklar som öppnar inkorgen nu</caption>
          <thead>
            <tr>
              <th scope="col">Namn</th>
              <th scope="col">Roll</th>
              <th scope="col">Nyckeln gäller sedan</th>
              {manager && <th scope="col">Ta bort</th>}
            </tr>
          </thead>
          <tbody>
            {colleagues.map(({ name, role, since }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{roleWords[role]}</td>
                <td>{atHour(since)}</td>
                {manager && (
                  <td>
                    {name === me.name ? (
                      'det är du'
                    ) : (
                      <button type="button" onClick={() => setLeaver(name)}>
                        Ta bort {name}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {manager && <Recipients session={session} />}
      {leaver !== undefined && (
        <Leaver
          key={leaver}
          name={leaver}
          busy={busy}
          onRemove={() => void remove(leaver)}
          onCancel={() => setLeaver(undefined)}
        />
      )}
      {outcome}
    </section>
  )
}

/** How many keys more than colleagues and the recovery key there are: 1 or more is an alarm. */
const unknownKeys = ({ desk }: Session) =>
  Math.max(0, desk.recipients.length - desk.colleagues.length - (desk.recovery ? 1 : 0))

function Recipients({ session }: Props) {
  const { recipients, colleagues, recovery } = session.desk
  const unknown = unknownKeys(session)
  if (unknown > 0)
    return (
      <p className="error" role="alert">
        Förfrågningar förseglas till {recipients.length} nycklar, men ni är {colleagues.length}{' '}
        kollegor{recovery && ' och en reservnyckel'}.{' '}
        {unknown === 1 ? 'En nyckel är okänd' : `${unknown} nycklar är okända`}. Ring driften nu,
        och gör det som står om incident under Rutiner.
      </p>
    )
  const missing = recipients.length < colleagues.length + (recovery ? 1 : 0)
  return (
    <p className={recovery && !missing ? 'quiet' : 'warn'}>
      Förfrågningar förseglas till {recipients.length} nycklar: {colleagues.length} kollegor
      {recovery
        ? ' och reservnyckeln på papper.'
        : ' och ingen reservnyckel. Be driften göra en, om den inte är avsiktligt borta.'}
      {missing && ' Någon i listan har ingen nyckel. Säg till driften.'}
    </p>
  )
}

/** Asks once more, and says what it means. */
function Leaver(props: {
  name: string
  busy: boolean
  onRemove: () => void
  onCancel: () => void
}) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="warn">
      <h3 tabIndex={-1} ref={title}>
        Ta bort {props.name} nu?
      </h3>
      <ul>
        <li>Nyckeln slutar att släppa in {props.name} genast.</li>
        <li>Inget nytt förseglas till nyckeln, och pågående ärenden går tillbaka till listan.</li>
        <li>Det som {props.name} redan har laddat ner eller skrivit ut finns kvar där.</li>
        <li>
          Kan {props.name} ha sett någon annans lösenord eller nyckelfil? Då ska den kollegan byta
          nyckel i dag, under Min nyckel.
        </li>
        <li>
          Det som redan är förseglat till nyckeln blir kvar på servern, också om ni förseglar om.
          Det går inte att hämta härifrån utan att vara insläppt.
        </li>
      </ul>
      <div className="row">
        <button type="button" disabled={props.busy} onClick={props.onRemove}>
          Ta bort {props.name} nu
        </button>
        <button type="button" onClick={props.onCancel}>
          Avbryt
        </button>
      </div>
    </section>
  )
}

function AdmitForm({ session }: Props) {
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const { run, busy, outcome, setProblem } = useTask(session)

  async function admit(event: FormEvent) {
    event.preventDefault()
    const read = readApplication(text, session.desk.recipients)
    if ('wrong' in read) return setProblem(read.wrong)
    if (role === '') return setProblem('Välj en roll.')
    const { name } = read.admission
    const said = `${name} är insläppt. Nya förfrågningar går nu att läsa med nyckeln. Gör också gamla läsbara, här nedanför.`
    const admitted = await run(() => session.api.admit({ ...read.admission, role }), said, {
      name: `Namnet ${name} används redan. Ta först bort den gamla nyckeln, eller be om en ansökan med ett annat namn.`,
    })
    if (!admitted) return
    setText('')
    setRole('')
  }

  const pasted = Admission.safeParse(parsed(text))

  return (
    <form className="panel" onSubmit={(event) => void admit(event)}>
      <h2>Släpp in en kollega</h2>
      <p>
        Fråga personen själv, i rummet eller på telefon, om ansökan är hennes eller hans. Den som
        har nyckeln kan läsa alla förfrågningar.
      </p>
      {outcome}
      <label htmlFor="application">Ansökan</label>
      <textarea
        id="application"
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {pasted.success && (
        <Control
          admission={pasted.data}
          whose={`${pasted.data.name} ser samma bokstäver under sin ansökan.`}
        />
      )}
      <label htmlFor="role">Roll</label>
      <select
        id="role"
        value={role}
        onChange={({ target }) => setRole(Role.safeParse(target.value).data ?? '')}
      >
        <option value="">Välj roll</option>
        <option value="staff">Medarbetare: läser och svarar</option>
        <option value="manager">Chef: också släpper in, tar bort, stänger och ser loggen</option>
      </select>
      <button className="main" disabled={busy}>
        Släpp in
      </button>
    </form>
  )
}

/** Reads what was pasted, or says in Swedish what is wrong with it. */
function readApplication(
  text: string,
  recipients: string[],
): { admission: Admission } | { wrong: string } {
  if (text.trim() === '') return { wrong: 'Klistra in ansökan först.' }
  if (/AGE ENCRYPTED FILE|AGE-SECRET-KEY/i.test(text))
    return {
      wrong:
        'Det här är en nyckel, inte en ansökan. Nyckeln ska bara ägaren ha. Be kollegan göra en ny nyckel och skicka ansökan.',
    }
  const read = Admission.safeParse(parsed(text))
  if (!read.success) {
    const field = read.error.issues[0]?.path[0]
    if (field === 'name') return { wrong: 'Namnet i ansökan saknas eller är för långt.' }
    return { wrong: 'Ansökan är inte hel. Kopiera hela texten, från { till }, och försök igen.' }
  }
  if (recipients.includes(read.data.recipient))
    return { wrong: `Nyckeln för ${read.data.name} är redan insläppt.` }
  return { admission: read.data }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.trim())
  } catch {
    return undefined
  }
}

const someSkipped =
  'De andra är klara, men någon ändrades under tiden och hoppades över. Tryck en gång till.'

/** Seals the cards anew to everyone who is admitted now. */
function Reseal({ session }: Props) {
  const { desk, api, list } = session
  const [at, setAt] = useState<number>()
  const [of, setOf] = useState(0)
  const { run, busy, outcome } = useTask(session)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const unread = session.unreadable.size

  async function reseal() {
    let skipped: Refused | undefined
    setAt(0)
    const { items, cards } = await list.fetchAll()
    const all = items.filter(({ ref }) => cards.has(ref))
    setOf(all.length)
    for (const [done, { ref, rev }] of all.entries()) {
      // Locked or left: nothing more is sealed or sent.
      if (!here.current) return
      setAt(done)
      const card = cards.get(ref)
      if (!card) continue
      const sealed = toText(await sealCard(card, desk.recipients))
      await api.reseal(ref, { rev, set: desk.set, card: sealed }).catch((error: unknown) => {
        // She or a colleague changed it meanwhile, she withdrew, or it was erased.
        if (!(error instanceof Refused) || ![404, 410, 412].includes(error.status)) throw error
        skipped = error
      })
    }
    if (skipped) throw skipped
  }

  async function start() {
    await run(reseal, 'Klart. Alla som är insläppta nu kan läsa dem.', {
      409: 'Någon har släppts in eller tagits bort under tiden. Försök igen, så förseglas de till rätt nycklar.',
      404: someSkipped,
      410: someSkipped,
      412: someSkipped,
    })
    setAt(undefined)
  }

  return (
    <section className="panel">
      <h2>Gamla förfrågningar</h2>
      <p>
        En ny kollega kan inte läsa det som kom innan hon eller han släpptes in. Här öppnas varje
        förfrågan med din nyckel och förseglas om till alla som är insläppta nu.
      </p>
      {unread > 0 && (
        <p className="warn">
          {unread} går inte att läsa med din nyckel. Be en kollega som kan läsa dem att göra detta.
        </p>
      )}
      {outcome}
      {at === undefined ? (
        <button
          type="button"
          disabled={busy || session.items.length === 0 || unknownKeys(session) > 0}
          onClick={() => void start()}
        >
          Gör gamla förfrågningar läsbara för en ny kollega
        </button>
      ) : (
        <p>
          <label htmlFor="resealed">
            {of === 0 ? 'Hämtar och öppnar alla.' : `${at} av ${of}.`} Stanna på sidan tills det är
            klart.
          </label>
          <progress id="resealed" max={of || 1} value={at} />
        </p>
      )}
    </section>
  )
}

function ClosedDays({ session }: Props) {
  const { closed } = session.desk
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const { run, busy, outcome, setProblem } = useTask(session)

  function close(event: FormEvent) {
    event.preventDefault()
    const days = Closed.safeParse({ from, to })
    if (!days.success || !days.data)
      return setProblem('Välj båda dagarna. Den sista kan inte komma före den första.')
    return void run(() => session.api.close({ from, to }), 'Dagarna är sparade.')
  }

  return (
    <form className="panel" onSubmit={close}>
      <h2>Dagar då ingen läser</h2>
      <p>
        Formuläret säger då att ingen läser under de dagarna. Det går ändå att skicka, och det som
        kommer ligger här när ni är tillbaka.
      </p>
      {closed && (
        <p className="warn">
          Stängt från {closed.from} till och med {closed.to}.
        </p>
      )}
      {outcome}
      <label htmlFor="closed-from">Från och med</label>
      <input
        id="closed-from"
        type="date"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <label htmlFor="closed-to">Till och med</label>
      <input
        id="closed-to"
        type="date"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <div className="row">
        <button disabled={busy}>{closed ? 'Ändra dagarna' : 'Stäng de dagarna'}</button>
        {closed && (
          <button
            type="button"
            disabled={busy}
            onClick={() => void run(() => session.api.close(null), 'Formuläret är öppet igen.')}
          >
            Öppna igen nu
          </button>
        )}
      </div>
    </form>
  )
}
