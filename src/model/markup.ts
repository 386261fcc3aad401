/** What a page's MDX refers to by name. Read with patterns: the writers' kit is small and strict. */
export interface References {
  phones: string[]
  laws: string[]
  limits: string[]
  terms: string[]
  pages: string[]
  outs: string[]
  settings: string[]
  sections: string[]
}

/** Names used in `body`, each once, in order of first use. */
export function references(body: string): References {
  const names = (pattern: RegExp) => [
    ...new Set([...body.matchAll(pattern)].map(([, name]) => name ?? '')),
  ]
  return {
    phones: names(/<(?:Phone|Call|Strips)\s[^>]*?of="([^"]+)"/g),
    laws: names(/<Law\s[^>]*?of="([^"]+)"/g),
    limits: names(/<Limit\s[^>]*?of="([^"]+)"/g),
    terms: names(/<Term\s[^>]*?of="([^"]+)"/g),
    pages: names(/<Page\s[^>]*?id="([^"]+)"/g),
    outs: names(/<Out\s[^>]*?of="([^"]+)"/g),
    settings: names(/<(?:Known|Unknown|Setting)\s[^>]*?of="([^"]+)"/g),
    sections: names(/<Section\s[^>]*?is="([^"]+)"/g),
  }
}

/** The text that is shown: blocks for settings that staff have, or have not, filled in. */
export function shown(body: string, settings: Record<string, unknown>): string {
  return body.replace(
    /<(Known|Unknown) of="([^"]+)">(.*?)<\/\1>/gs,
    (_, when: string, name: string, text: string) =>
      (settings[name] !== null) === (when === 'Known') ? text : '',
  )
}

/** The running text of a page without markup; glossary words are replaced by a short word. */
export function plainText(body: string): string {
  return body
    .replace(/<Term[^>]*>.*?<\/Term>/gs, 'ord')
    .replace(/<(?:Phone|Law|Limit|Setting)\s[^>]*\/>/g, '7')
    .replace(/<\/?(?:Page|Out)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n\n')
    .replace(/^\s*(?:#{1,6}|[-*]|\d+\.)\s+(.*?)\s*$/gm, '$1.')
    .replace(/[*_`]/g, '')
}

/**
 * LIX, the Swedish measure of how hard a text is: words a sentence plus per cent of words over
 * six letters (Björnsson 1968). An alarm, not proof.
 */
export function lix(text: string): number {
  const words = text.match(/[A-Za-zÅÄÖåäöÉé]+(?:-[A-Za-zÅÄÖåäöé]+)*|\d+(?:[.:]\d+)*/g) ?? []
  const sentences = text.split(/[.!?:]+(?=\s|$)|\n\s*\n/).filter((part) => /\p{L}|\d/u.test(part))
  const long = words.filter((word) => word.length > 6)
  return (
    words.length / Math.max(1, sentences.length) + (100 * long.length) / Math.max(1, words.length)
  )
}
