/** Buttons for links, as SVG to copy. One file, no font to fetch, a name for those who do not see. */

export interface Badge {
  id: 'filled' | 'line' | 'mark'
  svg: string
}

interface Look {
  ground: string
  ink: string
  line: string
}

const looks: Record<Badge['id'], Look> = {
  filled: { ground: '#0b4d52', ink: '#fffdf8', line: '#0b4d52' },
  line: { ground: '#fffdf8', ink: '#0b4d52', line: '#0b4d52' },
  mark: { ground: '#fbe6d3', ink: '#12292e', line: '#bb5c23' },
}

/** Two waves, one beside the other: as the mark of the site, drawn small. */
const waves =
  '<path d="M14 18q5-6 10 0t10 0" fill="none" stroke="#0b4d52" stroke-width="3" stroke-linecap="round"/>' +
  '<path d="M14 26q5-6 10 0t10 0" fill="none" stroke="#bb5c23" stroke-width="3" stroke-linecap="round"/>'

/** Units a letter takes at most at this size, in the widest of the system's fonts. */
const letter = 10.5

/**
 * The three buttons in one language.
 * @param text the words on the button
 * @param lang BCP 47 tag of the text, written into the picture
 */
export function badges(text: string, lang: string): Badge[] {
  return (Object.keys(looks) as Badge['id'][]).map((id) => ({ id, svg: draw(id, text, lang) }))
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function draw(id: Badge['id'], words: string, lang: string): string {
  const text = escaped(words)
  const { ground, ink, line } = looks[id]
  const before = id === 'mark' ? 42 : 20
  const width = Math.ceil(before + words.length * letter + 20)
  const middle = (before + width - 20) / 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" role="img" aria-label="${text}"`,
    ` width="${width}" height="44" viewBox="0 0 ${width} 44">`,
    `<rect x="1" y="1" width="${width - 2}" height="42" rx="12" fill="${ground}" stroke="${line}"`,
    ` stroke-width="2"/>`,
    id === 'mark' ? waves : '',
    `<text x="${middle}" y="28" text-anchor="middle" fill="${ink}" font-size="17"`,
    ` font-weight="600" font-family="system-ui,Segoe UI,Roboto,Noto Sans,sans-serif">${text}</text>`,
    '</svg>',
  ].join('')
}
