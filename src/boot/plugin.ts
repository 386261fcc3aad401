import type { Plugin } from 'vite'

import { bootScript, moduleScript, modules } from './bundle.ts'

const name = 'virtual:boot'

/**
 * Gives the frame its inline script as text (`import boot from 'virtual:boot'`), puts the scripts
 * that are fetched on first use under `/app/`, and reloads when a writer saves a data file.
 */
export function browserScripts(): Plugin {
  return {
    name: 'browser-scripts',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      return `export default ${JSON.stringify(await bootScript())}`
    },
    configureServer(server) {
      server.middlewares.use('/app', (request, response, next) => {
        const script = modules[(request.url ?? '').slice(1)]
        if (!script) return next()
        void moduleScript(script).then((text) => {
          response.setHeader('Content-Type', 'text/javascript')
          response.end(text)
        })
      })
      server.watcher.add('content')
      server.watcher.on('change', (file) => {
        if (/content.*\.(yaml|json)$/.test(file)) server.ws.send({ type: 'full-reload' })
      })
    },
  }
}
