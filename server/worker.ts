/** The contact request and the site on Cloudflare Workers: D1, static files, a clock. */
import type { Hono } from 'hono'

import { contactApp } from '../functions/app.ts'
import type { Environment } from '../functions/environment.ts'
import { queue } from '../functions/queue.ts'
import { tick } from '../functions/tick.ts'
import { sealRequest } from '../src/contact/envelope.ts'
import { render } from '../src/form/render.tsx'
import { openD1, type D1 } from './d1.ts'
import type { Manifest } from './manifest.ts'
import { isLocal, postNotice } from './notice.ts'
import { pagesApp } from './pages.ts'

/** What `wrangler.jsonc` and the secrets give. */
interface Bindings {
  /** The built product; only this program reaches it. */
  ASSETS: { fetch(address: string): Promise<Response> }
  DB: D1
  /** `yes`: keys that were made for trying the service; nobody reads what is sent. */
  DEMONSTRATION?: string
  NOTIFY_WEBHOOK?: string
  CALM?: string
}

/** Requests without JavaScript that are sealed at once, and that may wait. */
const [sealing, inLine] = [1, 10]
/** Requests in ten minutes before work is asked for. */
const calm = '30'

interface Host {
  app: Hono
  environment: Environment
  /** Nobody reads what is sent: a demonstration or a draft. */
  nobodyReads: boolean
}

/** One for each isolate; what is read from files stays, as a new build is a new isolate. */
let host: Host | undefined

async function hostOf(bindings: Bindings): Promise<Host> {
  const file = async (path: string) => {
    const answer = await bindings.ASSETS.fetch(`https://files.invalid/${path}`)
    if (!answer.ok) throw new Error(`no file ${path}`)
    return answer
  }
  const manifest = (await (await file('manifest.json')).json()) as Manifest
  const demonstration = bindings.DEMONSTRATION === 'yes'
  const environment: Environment = {
    database: openD1(bindings.DB),
    site: manifest,
    page: async (path) => {
      const entry = manifest.files[path]
      return entry && (await file(`site/${entry.file}`)).text()
    },
    render,
    bounded: queue(sealing, inLine),
    seal: sealRequest,
    source: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
    notify: async (to) => {
      if (demonstration) return
      if (!bindings.NOTIFY_WEBHOOK) throw new Error('NOTIFY_WEBHOOK is not set')
      await postNotice(bindings.NOTIFY_WEBHOOK, to)
    },
    demonstration,
    calm: Number(bindings.CALM ?? calm),
    now: Date.now,
  }
  const app = pagesApp({
    manifest: () => manifest,
    read: async (name) => (await file(`site/${name}`)).arrayBuffer(),
    functions: contactApp(environment),
    isSecure: ({ url }) => url.startsWith('https:'),
    encodings: (request) =>
      clientEncodings(request) ?? request.headers.get('accept-encoding') ?? '',
  })
  return { app, environment, nobodyReads: demonstration || manifest.draft }
}

/** What her browser takes; the header has been rewritten on the way here. */
const clientEncodings = (request: Request & { cf?: { clientAcceptEncoding?: string } }) =>
  request.cf?.clientAcceptEncoding

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    host ??= await hostOf(bindings)
    if (host.nobodyReads && !isLocal(new URL(request.url).hostname))
      return new Response(
        'Ingen läser det som skickas (demonstration eller utkast). Tjänsten svarar bara på den egna datorn.',
        { status: 503, headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } },
      )
    return host.app.fetch(request)
  },
  async scheduled(_: unknown, bindings: Bindings): Promise<void> {
    host ??= await hostOf(bindings)
    await tick(host.environment)
  },
}
