/** Words as people type them. Pure functions, used in the browser and in tests. */

/** Lower case, without accents and dots: «Rättegång» → «rattegang». */
export const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')

/** The words of a text, folded. */
export const tokens = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Longer words of the vocabulary that begin or end with `word`: biträde → målsägandebiträde. */
export function partOf(word: string, vocabulary: string[]): string[] {
  if (word.length < 4) return []
  return vocabulary
    .filter((whole) => {
      const long = fold(whole)
      return long.length > word.length + 2 && (long.endsWith(word) || long.startsWith(word))
    })
    .slice(0, 3)
}

/** Words at most one letter away (two for long words), most frequent first. */
export function near(word: string, vocabulary: string[]): string[] {
  if (word.length < 4) return []
  const allowed = word.length < 8 ? 1 : 2
  return vocabulary
    .filter(
      (other) =>
        Math.abs(other.length - word.length) <= allowed && distance(word, fold(other), allowed),
    )
    .slice(0, 3)
}

/** Whether `a` becomes `b` with at most `allowed` letters added, dropped, changed or swapped. */
function distance(a: string, b: string, allowed: number): boolean {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const older = before
    before = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped && i > 1 && j > 1) cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > allowed) return false
  }
  return (row[b.length] ?? allowed + 1) <= allowed
}
