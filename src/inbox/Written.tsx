/** What she wrote herself, as text only; and what stood there before she changed it. */
import { atHour } from './words.ts'
import type { Open } from './RequestView.tsx'

export function Written({ open: { words, earlier } }: { open: Open }) {
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
        <details>
          <summary>
            <strong>Ändrad.</strong> Så stod det förut. Stämmer numret? Någon annan kan ha hennes
            kod.
          </summary>
          {earlier.map(({ hour, words: before }, at) => (
            <p className="hers" dir="auto" key={at}>
              {atHour(hour)}: {before.request.number ?? 'inget nummer'}. {before.request.text}
            </p>
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
