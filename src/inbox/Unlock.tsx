/** Before anything is shown: the key file and its passphrase. */
import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Key } from '../contact/keyfile.ts'
import { apiOf, Refused, signedOut } from './api.ts'
import { NewKey } from './NewKey.tsx'
import { signInAgain } from './words.ts'
import { inWorker } from './worker.ts'

interface Props {
  /** Why it was locked, if nobody asked for it. */
  why: string | undefined
  /** It was open before; then focus was on something that is gone. */
  wasOpen: boolean
  onOpen: (key: Key) => void
}

export function Unlock({ why, wasOpen, onOpen }: Props) {
  const [file, setFile] = useState('')
  const [part, setPart] = useState<number>()
  const [error, setError] = useState<string>()
  const [shown, setShown] = useState(false)
  const passphrase = useRef<HTMLInputElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wasOpen) title.current?.focus()
  }, [wasOpen])

  async function open(event: FormEvent) {
    event.preventDefault()
    if (part !== undefined) return
    const typed = passphrase.current?.value.trim() ?? ''
    if (!file) return setError('Välj din nyckelfil först.')
    if (!typed) return setError('Skriv lösenordet som hör till nyckelfilen.')
    setError(undefined)
    setPart(0)
    try {
      const key = await inWorker.open(file, typed, setPart)
      await apiOf(key.token).desk()
      onOpen(key)
    } catch (problem) {
      setError(wrong(problem))
      setPart(undefined)
    }
  }

  return (
    <div className="unlock">
      {why && (
        <p id="why" className="warn" role="status">
          {why}
        </p>
      )}
      <form className="panel" onSubmit={(event) => void open(event)}>
        <h1 tabIndex={-1} ref={title} aria-describedby={why && 'why'}>
          Öppna inkorgen
        </h1>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <label htmlFor="file">Nyckelfil</label>
        <input
          id="file"
          type="file"
          accept=".age,.txt"
          onChange={async (event) => setFile((await event.target.files?.[0]?.text()) ?? '')}
          aria-describedby="drag"
        />
        <p id="drag" className="quiet">
          Välj filen eller dra den hit. Den lämnar inte datorn.
        </p>
        <details>
          <summary>Klistra in text i stället</summary>
          <label>
            Texten i filen, från -----BEGIN till END-----
            <textarea
              rows={4}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setFile(event.target.value)}
            />
          </label>
        </details>
        <label htmlFor="passphrase">Lösenord</label>
        <input
          id="passphrase"
          ref={passphrase}
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
        />
        <label className="tick">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          Visa lösenordet
        </label>
        {part === undefined ? (
          <button className="main">Öppna</button>
        ) : (
          <p>
            <label htmlFor="part">Låser upp …</label>
            <progress id="part" max={1} value={part} />
          </p>
        )}
        <p className="quiet">
          Inget sparas i datorn. Laddar du om sidan låses inkorgen, och du öppnar den igen.
        </p>
      </form>
      <details className="panel">
        <summary>Jag har ingen nyckel än</summary>
        <h2>Ny nyckel</h2>
        <NewKey />
      </details>
    </div>
  )
}

function wrong(problem: unknown): string {
  if (!(problem instanceof Refused))
    return 'Lösenordet passar inte till filen, eller så är filen ingen nyckelfil. Försök igen.'
  if (problem.status === 401)
    return 'Nyckeln är inte insläppt. Ge din ansökan till chefen, eller fråga om nyckeln har tagits bort.'
  if (problem.status === signedOut) return signInAgain
  return 'Servern svarar inte. Försök igen om en stund.'
}
