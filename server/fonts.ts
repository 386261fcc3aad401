import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const files = createRequire(import.meta.url)

/** Each script of the sheets: where its font lies, and the signs it is used for. */
const scripts = [
  {
    family: 'Paper',
    folder: '@fontsource/noto-sans/files/noto-sans-latin',
    signs: 'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2212',
  },
  {
    family: 'Paper',
    folder: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic',
    signs: 'U+600-6FF,U+750-77F,U+8A0-8FF,U+FB50-FDFF,U+FE70-FEFC',
  },
]

let made: string | undefined

/**
 * The fonts of the files as `@font-face` rules with their data in them, and the one rule that uses
 * them.
 * @throws if a package of fonts is not installed
 */
export function fontFaces(): string {
  made ??=
    scripts
      .flatMap(({ family, folder, signs }) =>
        [400, 700].map((weight) => {
          const file = files.resolve(`${folder}-${weight}-normal.woff2`)
          const data = readFileSync(file).toString('base64')
          return `@font-face{font-family:${family};font-weight:${weight};unicode-range:${signs};src:url(data:font/woff2;base64,${data})}`
        }),
      )
      .join('') + ':root{--font:Paper}'
  return made
}
