/** The recovery key on paper: one page with nothing from elsewhere, to print and lock away. */
import { renderSVG } from 'uqr'

/**
 * @param identity `AGE-SECRET-KEY-PQ-1…`
 * @param day ISO date on which the key was made
 * @returns a whole HTML page, in Swedish
 */
export const recoveryPage = (identity: string, day: string) => `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Reservnyckel ${day}</title>
<style>
  body { font: 12pt/1.45 sans-serif; color: black; background: white; max-width: 17cm; margin: 1cm auto; padding: 0 1em }
  h1 { font-size: 20pt; margin: 0 }
  h2 { font-size: 13pt; margin: 1em 0 0 }
  p, ol { margin: 0.3em 0 }
  svg { display: block; width: 6.5cm; height: 6.5cm; margin: 0.6em 0 }
  code { font: bold 13pt/1.7 monospace; overflow-wrap: anywhere }
  .lines { border-bottom: 1px solid; height: 2em }
  @page { size: A4; margin: 1.5cm }
</style>
<h1>Reservnyckel till inkorgen</h1>
<p>Relationsvåldscentrum, gjord ${day}</p>
<p><strong>Den som har det här papperet kan läsa allt som skickas till inkorgen, om hon eller han också
kommer åt databasen.</strong> Papperet ska ligga i ett förslutet kuvert i ett låst skåp.</p>
<h2>När du har skrivit ut sidan</h2>
<ol>
  <li>Läs QR-koden med en kamera som inte skickar bilder till någon. Står det samma sak som under koden?</li>
  <li>Lägg papperet i ett kuvert, förslut det, skriv datum och ditt namn över förslutningen.</li>
  <li>Lägg kuvertet i verksamhetens kassaskåp. Skriv i förteckningen vem som får öppna det.</li>
  <li>Ta bort filen som du skrev ut från, och töm papperskorgen.</li>
</ol>
<h2>När papperet behövs</h2>
<p>Bara när ingen i personalen har kvar en nyckel som fungerar. Ta hand om papperet två tillsammans. På
servern: <b>npm run keys -- --recover --name "Ditt Namn" --role manager</b>. Gör sedan en ny reservnyckel
med <b>npm run keys -- --recovery</b>. Spara det här papperet tills alla äldre förfrågningar är avslutade.</p>
<h2>Nyckeln</h2>
${renderSVG(identity, { ecc: 'M', border: 4 })}
<p><code>${inGroups(identity)}</code></p>
<p>Mellanslagen räknas inte. Stora och små bokstäver är samma sak.</p>
<h2>Öppnat av, när, varför</h2>
<p class="lines"></p>
<p class="lines"></p>
</html>
`

/** In groups of five after the name of the kind, which people read as one word. */
function inGroups(identity: string): string {
  const at = identity.lastIndexOf('-') + 2
  const groups = identity.slice(at).match(/.{1,5}/g) ?? []
  return [identity.slice(0, at), ...groups].join(' ')
}
