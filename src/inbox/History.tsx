/** What staff have done with one request: fetched when it is asked for. */
import { useState } from 'react'

import type { Item, LogLine } from '../contact/staff.ts'
import type { Session } from './session.ts'
import { actionWords, atHour, detailInWords } from './words.ts'

export function History({ session: { api }, item }: { session: Session; item: Item }) {
  const [lines, setLines] = useState<LogLine[]>()
  const [failed, setFailed] = useState(false)

  function fetchLog() {
    setFailed(false)
    api.logOf(item.ref).then(setLines, () => setFailed(true))
  }

  return (
    <details
      className="panel"
      onToggle={(event) => {
        if (event.currentTarget.open) fetchLog()
      }}
    >
      <summary>Vad har gjorts?</summary>
      {failed && <p role="alert">Det gick inte att hämta.</p>}
      <ol className="plain">
        {lines?.toReversed().map(({ n, hour, who, action, detail }) => (
          <li key={n}>
            {atHour(hour)}: {who} {actionWords[action]}
            {detail && ` (${detailInWords(detail)})`}
          </li>
        ))}
      </ol>
    </details>
  )
}
