/** One's own key: change it, and what to do when it is lost. */
import { useState } from 'react'

import type { Admission, Key } from '../contact/keyfile.ts'
import { apiOf } from './api.ts'
import { NewKey } from './NewKey.tsx'
import type { Session } from './session.ts'

/** My key: what it is, how it is changed, what to do when it is lost. */
export function Keys({ session }: { session: Session }) {
  return (
    <>
      <ChangeKey session={session} />
      <Lost />
    </>
  )
}

function ChangeKey({ session }: { session: Session }) {
  const [wanted, setWanted] = useState(false)
  const [made, setMade] = useState<{ key: Key; admission: Admission }>()
  const [state, setState] = useState<'changing' | 'failed' | 'changed'>()

  async function change(key: Key, admission: Admission) {
    setMade({ key, admission })
    setState('changing')
    try {
      await session.api.changeKey(admission)
    } catch {
      // The change may have arrived though the answer did not: then the new key opens already.
      const opens = await apiOf(key.token)
        .desk()
        .catch(() => undefined)
      if (!opens) return setState('failed')
    }
    setState('changed')
    setWanted(false)
    session.changeKey(key)
  }

  return (
    <section className="panel">
      <h2>Min nyckel</h2>
      <p>
        Nyckeln heter {session.me.name}. Byt den om någon kan ha sett ditt lösenord eller kommit åt
        din nyckelfil. Den nya nyckeln öppnar också det som kom till den gamla.
      </p>
      {state === 'changed' && (
        <p role="status">
          Nyckeln är bytt. Den gamla filen släpper inte längre in dig i inkorgen. Lås och öppna med
          den nya filen en gång, så att du vet att lösenordet är rätt avskrivet. Ta sedan bort den
          gamla filen och strimla det gamla papperet.
        </p>
      )}
      {state === 'changing' && <p role="status">Byter nyckel …</p>}
      {state === 'failed' && made && (
        <>
          <p className="error" role="alert">
            Vi vet inte om bytet gick fram. Behåll båda filerna och båda lösenorden och försök igen.
          </p>
          <button
            type="button"
            className="main"
            onClick={() => void change(made.key, made.admission)}
          >
            Försök igen
          </button>
        </>
      )}
      {!wanted && (
        <button type="button" onClick={() => setWanted(true)}>
          Byt nyckel
        </button>
      )}
      {wanted && (
        <NewKey
          name={session.me.name}
          older={session.me.identities}
          onDone={(key, admission) => void change(key, admission)}
        />
      )}
    </section>
  )
}

function Lost() {
  return (
    <section className="panel">
      <h2>Jag har tappat min nyckel</h2>
      <p>Det gäller också om du har glömt lösenordet, eller om någon annan kan ha kommit åt dem.</p>
      <ol>
        <li>Säg till en chef genast, i rummet eller på telefon. Vänta inte till i morgon.</li>
        <li>Chefen tar bort dig under Personal. Då slutar nyckeln att släppa in, i samma stund.</li>
        <li>
          Gör en ny nyckel på sidan där inkorgen öppnas, under Jag har ingen nyckel än. Ge chefen
          ansökan.
        </li>
        <li>Chefen släpper in dig igen och gör gamla förfrågningar läsbara för din nya nyckel.</li>
      </ol>
      <p>
        Kan någon annan ha både filen och lösenordet? Då är det en incident. Gör som det står under
        Rutiner.
      </p>
      <p className="quiet">
        Är det chefen som har tappat sin nyckel, och finns ingen annan chef? Då får driften släppa
        in en ny chef. Gamla förfrågningar läses med en kollegas nyckel eller med reservnyckeln på
        papper.
      </p>
    </section>
  )
}
