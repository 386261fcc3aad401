/** Duties that a request may raise. The tool reminds; people decide. */
export function Duties() {
  return (
    <details className="panel">
      <summary>Måste vi göra något mer?</summary>
      <p>
        <b>Ett barn kan fara illa:</b> gör en orosanmälan (socialtjänstlagen 19 kap. 1 §). Prata med
        chefen. Prata med henne först om det går utan fara.
      </p>
      <p>
        <b>Någons liv är i fara nu:</b> ring 112. Prata med chefen.
      </p>
      <p>
        <b>Någon ringer och frågar om henne:</b> säg inte att förfrågan finns.
      </p>
    </details>
  )
}
