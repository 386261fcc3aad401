/** The letters, both ways, oldest first. */
import { repliesShown } from '../contact/message.ts'
import type { Letter } from './opened.ts'
import { atHour } from './words.ts'

export function Letters({ letters }: { letters: Letter[] }) {
  const ours = letters.filter(({ from }) => from === 'staff').length
  if (letters.length === 0) return <p className="quiet">Inget svar är skickat.</p>
  return (
    <>
      <ol className="letters">
        {letters.map(({ n, from, hour, text }) => (
          <li key={from + n} className={from}>
            <p className="quiet">
              {from === 'her' ? 'Hon' : 'Vi'}, {atHour(hour)}
            </p>
            <p className="hers" dir="auto">
              {text ?? 'Går inte att öppna: brevet är skadat eller skrivet av någon utan nyckel.'}
            </p>
          </li>
        ))}
      </ol>
      {ours >= repliesShown && (
        <p className="quiet">
          Hon ser våra {repliesShown} senaste svar. Skickar du ett till ser hon inte det äldsta.
        </p>
      )}
    </>
  )
}
