/** What she wrote herself, as text only; and what stood there before she changed it. */
import { answersOf, changedFrom } from './answers.ts'
import type { Open } from './RequestView.tsx'
import { atHour } from './words.ts'

export function Written({ open: { card, words, earlier } }: { open: Open }) {
  const now = answersOf(card, words)
  const { number, name, word, wordBack, text } = words.request
  return (
    <>
      <dl>
        <Line name="Nummer">{number}</Line>
        <Line name="Vill kallas">{name}</Line>
        <Line name="Ordet vi säger">{word}</Line>
        <Line name="Det hon svarar">{wordBack}</Line>
      </dl>
      <p className="hers" dir="auto">
        {text ?? 'Hon skrev ingen text.'}
      </p>
      <p className="quiet">
        Klistra inte in texten i en översättningstjänst. Låt en telefontolk läsa upp den.
      </p>
      {earlier.length > 0 && (
        <details open>
          <summary>
            <strong>Ändrad.</strong> Så stod det förut. Stämmer numret? Någon annan kan ha hennes
            kod.
          </summary>
          {earlier.map((before, at) => (
            <section key={at}>
              <h3>{atHour(before.hour)}</h3>
              {!before.card && <p>Din nyckel är yngre än det som stod. En kollega kan läsa det.</p>}
              {before.card && (
                <dl>
                  {changedFrom(answersOf(before.card, before.words), now).map(
                    ({ field, name: question, said }) => (
                      <Line key={field} name={question}>
                        {said}
                      </Line>
                    ),
                  )}
                </dl>
              )}
            </section>
          ))}
        </details>
      )}
    </>
  )
}

function Line({ name, children }: { name: string; children: string | undefined }) {
  return children ? (
    <div>
      <dt>{name}</dt>
      <dd translate="no" dir="auto">
        {children}
      </dd>
    </div>
  ) : null
}
