/** Makes a key in the browser: a password for paper, a file for its owner, an application. */
import { useId, useState, type FormEvent } from 'react'

import { makeKey, makePassphrase, Name, type Admission, type Key } from '../contact/keyfile.ts'
import { Control } from './Control.tsx'
import { download } from './download.ts'
import { inWorker } from './worker.ts'

interface Made {
  key: Key
  admission: Admission
  passphrase: string
  /** The key file as text. */
  file: string
}

interface Props {
  /** Called when the person says that the password is on paper and the file is saved. */
  onDone?: (key: Key, admission: Admission) => void
  /** Identities of a former key of the same person. Then there is nothing to apply for. */
  older?: string[]
  /** The name of the key; asked for if left out. */
  name?: string
}

/** Nothing leaves the browser: the key is written to a file, and only its public part is shown. */
export function NewKey({ onDone, older, name }: Props) {
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [made, setMade] = useState<Made>()
  const id = useId()

  async function make(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const chosen = Name.safeParse(name ?? typed.trim())
    if (!chosen.success)
      return setError(
        "Skriv ett namn: högst 40 tecken, bara bokstäver, siffror, mellanslag och . ' -",
      )
    setError(undefined)
    setBusy(true)
    try {
      const passphrase = makePassphrase()
      const { key, admission } = await makeKey(chosen.data, older)
      setMade({ key, admission, passphrase, file: await inWorker.write(key, passphrase) })
    } catch {
      setError('Det gick inte att göra en nyckel i den här webbläsaren. Säg till driften.')
    }
    setBusy(false)
  }

  if (made) return <Steps made={made} apply={older === undefined} onDone={onDone} />
  return (
    <form onSubmit={(event) => void make(event)}>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      {name === undefined && (
        <>
          <label htmlFor={id}>Ditt namn, så som kollegorna säger det</label>
          <input
            id={id}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            maxLength={40}
          />
        </>
      )}
      <p className="quiet">Ha papper och penna redo. Se till att ingen ser skärmen.</p>
      <button className="main" disabled={busy}>
        {busy ? 'Gör nyckeln …' : 'Gör en nyckel'}
      </button>
    </form>
  )
}

/** What to do with each part, in order. The last step opens when the file has been downloaded. */
function Steps(props: { made: Made; apply: boolean; onDone: Props['onDone'] }) {
  const { key, admission, passphrase, file } = props.made
  const [saved, setSaved] = useState(false)
  const [done, setDone] = useState(false)
  const name = `inkorg-${key.name.replaceAll(' ', '-')}.age`

  function finish() {
    setDone(true)
    props.onDone?.(key, admission)
  }

  return (
    <>
      {!done && (
        <section>
          <h3>1. Skriv av lösenordet på papper</h3>
          <p className="big" translate="no">
            {passphrase}
          </p>
          <p>
            Det visas bara nu. Ingen kan ta fram det igen. Spara det inte i datorn eller telefonen,
            och ta ingen bild. Förvara papperet inlåst, inte vid datorn.
          </p>
          <h3>2. Spara nyckelfilen</h3>
          <p>
            Lägg filen där bara du kommer åt den. Filen går inte att öppna utan lösenordet. Skicka
            den inte till någon, inte heller till chefen.
          </p>
          <button
            type="button"
            className="main"
            onClick={() => {
              download(name, file, 'text/plain')
              setSaved(true)
            }}
          >
            Ladda ner nyckelfilen
          </button>
          <p role="status">{saved && `Titta att filen ${name} finns bland dina hämtade filer.`}</p>
          <button type="button" disabled={!saved} onClick={finish}>
            Lösenordet står på papper och filen är sparad
          </button>
        </section>
      )}
      {done && <p role="status">Lösenordet visas inte mer.</p>}
      {props.apply && <Application admission={admission} />}
    </>
  )
}

/** What the manager needs to admit the key; it opens nothing. */
function Application({ admission }: { admission: Admission }) {
  const [copied, setCopied] = useState<string>()
  const id = useId()
  const text = JSON.stringify(admission)

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('Ansökan är kopierad.'),
      () => setCopied('Det gick inte att kopiera. Markera texten och kopiera den själv.'),
    )

  return (
    <section>
      <h3>3. Ge ansökan till en chef</h3>
      <p>
        Skicka ansökan till en chef i inkorgen, till exempel i jobbmejlen. Den öppnar inget och
        behöver inte vara hemlig. När chefen har släppt in dig öppnar du inkorgen med filen och
        lösenordet.
      </p>
      <Control
        admission={admission}
        whose="Chefen ser samma bokstäver när du har gett ansökan. Skriv av dem om ni inte läser nu."
      />
      <label htmlFor={id}>Ansökan för {admission.name}</label>
      <textarea
        id={id}
        readOnly
        rows={4}
        spellCheck={false}
        translate="no"
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="row">
        <button type="button" onClick={() => void copy()}>
          Kopiera
        </button>
        <button
          type="button"
          onClick={() =>
            download(
              `ansokan-${admission.name.replaceAll(' ', '-')}.json`,
              text,
              'application/json',
            )
          }
        >
          Ladda ner ansökan
        </button>
      </div>
      <p role="status">{copied}</p>
    </section>
  )
}
