/** Writes one request out for the case system, and marks it as moved there. */
import { useState } from 'react'

import type { Item } from '../contact/staff.ts'
import { download } from './download.ts'
import { exportHtml } from './export-html.ts'
import type { Open } from './RequestView.tsx'
import type { Session } from './session.ts'
import type { Act } from './useAct.ts'

interface Props {
  session: Session
  item: Item
  open: Open
  act: Act
}

export function Export({ session, item, open, act }: Props) {
  const [file, setFile] = useState('')
  /** The revision that was downloaded: only that may be marked as moved. */
  const [written, setWritten] = useState<number>()
  const { api, desk, me } = session
  const { ref, rev } = item
  const write = () =>
    act(async () => {
      await api.act(ref, 'exported', { rev })
      const log = await api.logOf(ref)
      const html = exportHtml({ item, open, log, file: file.trim(), who: me.name })
      download(`arende-${ref}.html`, html, 'text/html')
      setWritten(rev)
    }, 'Filen är nedladdad. Det är loggat.')
  return (
    <section className="panel">
      <h2>Till verksamhetssystemet</h2>
      <label>
        Diarienummer eller akt (skrivs bara i filen)
        <input value={file} onChange={(event) => setFile(event.target.value)} autoComplete="off" />
      </label>
      <div className="row">
        <button onClick={() => void write()}>Ladda ner ärendet</button>
        <button
          disabled={written !== rev || item.transferredAt !== null}
          onClick={() =>
            void act(() => api.act(ref, 'transferred', { rev }), 'Markerad som överförd.')
          }
        >
          {item.transferredAt === null ? 'Markera som överförd' : 'Överförd'}
        </button>
      </div>
      <p className="quiet">
        Filen innehåller allt i klartext. Lägg den i verksamhetssystemet och ta bort den från
        datorn. Markera sedan som överförd. Skriver någon mer efter det tas märket bort.{' '}
        {desk.erasure
          ? `Gallring enligt beslut ${desk.erasure.decision}: ${desk.erasure.days} dagar efter överföringen.`
          : 'Inget tas bort här: inget gallringsbeslut är inskrivet i inställningarna.'}
      </p>
    </section>
  )
}
