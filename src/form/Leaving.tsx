/** The question before an in-site link takes away what she has written; `src/guard` shows it. */
import type { Say } from './words.ts'

export function Leaving({ say }: { say: Say }) {
  return (
    <div className="leaving" role="alertdialog" aria-labelledby="leaving" tabIndex={-1} hidden>
      <p id="leaving">{say('leaving.gone')}</p>
      <p className="yes">
        <button type="button" data-stay="">
          {say('leaving.stay')}
        </button>
        <button type="button" data-go="">
          {say('leaving.go')}
        </button>
      </p>
    </div>
  )
}
