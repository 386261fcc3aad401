import { build, type BuildOptions } from 'esbuild'

/** Old phones are common among the readers: this is what iOS 12 and Chrome 64 understand. */
const oldest = 'es2018'

/** Scripts that seal need BigInt; a phone without it sends the form as plain HTML. */
const sealing = 'es2022'

/** A script of the browser. */
interface Script {
  entry: string
  target: string
}

/** Scripts that are fetched on first use, by the name they have under `/app/`. */
export const modules: Record<string, Script> = {
  'search.js': { entry: 'src/search/search.ts', target: oldest },
  'cards.js': { entry: 'src/cards/cards.ts', target: oldest },
  'sheets.js': { entry: 'src/sheets/sheets.ts', target: oldest },
  'two.js': { entry: 'src/two/two.ts', target: oldest },
  'film.js': { entry: 'src/film/film.ts', target: oldest },
  'voice.js': { entry: 'src/voice/voice.ts', target: oldest },
  'sieve.js': { entry: 'src/touch/sieve.ts', target: oldest },
  'copy.js': { entry: 'src/touch/copy.ts', target: oldest },
  'form.js': { entry: 'src/form/form.tsx', target: sealing },
  'seal.js': { entry: 'src/form/seal-worker.ts', target: sealing },
  'inbox.js': { entry: 'src/inbox/inbox.tsx', target: sealing },
  'open.js': { entry: 'src/inbox/card-worker.ts', target: sealing },
  'unlock.js': { entry: 'src/inbox/unlock-worker.ts', target: sealing },
}

/** The small script of every page, to be inlined: minified, without a line break at its end. */
export const bootScript = () =>
  bundle({ entryPoints: ['src/boot/boot.ts'], format: 'iife', target: oldest })

/** A script of `modules`, to be imported or started as a worker of the module kind. */
export const moduleScript = ({ entry, target }: Script) =>
  bundle({ entryPoints: [entry], format: 'esm', target })

/** The form and its answers as HTML, for the host: a module that exports `render`. */
export const renderScript = () =>
  bundle({
    entryPoints: ['src/form/render.tsx'],
    format: 'esm',
    target: 'es2022',
    // React's server for web standards needs no host.
    conditions: ['workerd', 'worker', 'browser'],
  })

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    jsx: 'automatic',
    // A style as text, for a script that puts it in place.
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    // Every target has import(); esbuild's table dates it to ES2020.
    supported: { 'dynamic-import': true },
    external: ['/app/*', '/pagefind/*'],
  })
  return (outputFiles?.[0]?.text ?? '').trim()
}
