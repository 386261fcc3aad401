/** `npm run ready`: what must be settled before the public may use the site. Fails until it is. */
import { load } from '../src/model/load.ts'
import { readiness } from '../src/model/ready.ts'

const { must, waits } = readiness(load().content, new Date().toISOString().slice(0, 10))
const list = (parts: typeof must) =>
  parts
    .map(({ what, items }) => `${what}\n${items.map((item) => `  – ${item}`).join('\n')}`)
    .join('\n\n')

if (waits.length > 0) console.log(`Väntar, hindrar inte en lansering:\n\n${list(waits)}\n`)
if (must.length > 0) {
  console.log(`Måste vara klart före lansering:\n\n${list(must)}\n`)
  const count = must.reduce((sum, { items }) => sum + items.length, 0)
  console.log(`Inte redo: ${count} saker återstår. Webbplatsen visas som utkast.`)
  process.exitCode = 1
} else console.log('Redo.')
