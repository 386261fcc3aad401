import { build } from 'esbuild'

/** Old phones are common among the readers: this is what iOS 12 and Chrome 64 understand. */
const target = 'es2018'

/**
 * Bundles one browser script.
 * @param entry path of the TypeScript file
 * @param format `iife` to be inlined, `esm` to be imported when needed
 * @returns the script, minified, without a line break at its end
 */
export async function bundle(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    target,
    format,
    // Every target has import(); esbuild's table dates it to ES2020.
    supported: { 'dynamic-import': true },
    external: ['/app/*', '/pagefind/*'],
  })
  return (outputFiles[0]?.text ?? '').trim()
}

/** Scripts that are fetched on first use, by the name they have under `/app/`. */
export const modules = { 'search.js': 'src/search/search.ts', 'voice.js': 'src/voice/voice.ts' }
