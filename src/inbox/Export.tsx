/** Writes one request out for the case system, and marks it as moved there. */
import { useState } from 'react'

import type { Card } from '../contact/envelope.ts'
import type { Item } from '../contact/staff.ts'
import { download } from './download.ts'
import { exportHtml } from './export-html.ts'
import type { Open } from './RequestView.tsx'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'

interface Props {
  session: Session
  item: Item
  card: Card
  open: Open
  act: Act
}

export function Export({ session, item, card, open, act }: Props) {
  const [file, setFile] = useState('')
  const { api, desk, me } = session
  const { ref, rev } = item
  const write = () =>
    act(async () => {
      const log = await api.log(ref)
      await api.act(ref, 'exported', { rev })
      const html = exportHtml({ item, card, open, log, file: file.trim(), who: me.name })
      download(`arende-${ref}.html`, html, 'text/html')
    }, 'Filen är nedladdad. Det är loggat.')
  return (
    <section className="panel">
      <h2>Till verksamhetssystemet</h2>
      <label>
        Diarienummer eller akt (skrivs bara i filen)
        <input value={file} onChange={(event) => setFile(event.target.value)} autoComplete="off" />
      </label>
      {item.transferredAt !== null && item.hersAt > item.transferredAt && (
        <p className="warn">
          Hon har skrivit efter överföringen. Ladda ner igen, lägg till i akten och markera igen.
        </p>
      )}
      <div className="row">
        <button onClick={() => void write()}>Ladda ner ärendet</button>
        <button
          onClick={() =>
            void act(() => api.act(ref, 'transferred', { rev }), 'Markerad som överförd.')
          }
        >
          {item.transferredAt === null ? 'Markera som överförd' : 'Markera som överförd igen'}
        </button>
      </div>
      <p className="quiet">
        Filen innehåller allt i klartext. Lägg den i verksamhetssystemet och ta bort den från
        datorn.{' '}
        {desk.erasure
          ? `Gallring enligt beslut ${desk.erasure.decision}: ${desk.erasure.days} dagar efter överföringen.`
          : 'Inget tas bort här: inget gallringsbeslut är inskrivet i inställningarna.'}
      </p>
    </section>
  )
}
