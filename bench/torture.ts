/**
 * `npm run torture`: the full figures of the contact request, printed as Markdown. `SHARE=0.05` does a
 * twentieth, as `npm test` does. Rates and times depend on the machine; the words in bold must hold.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const share = Number(process.env['SHARE'] ?? 1)
const load = () => loadavg()[0]?.toFixed(1)

if (!existsSync('dist.test/manifest.json')) {
  const { status } = spawnSync(process.execPath, ['server/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DIST_DIR: 'dist.test' },
  })
  if (status !== 0) throw new Error('the site could not be built: npm run build tells why')
}
const { restored } = await import('../tests/torture/backup.ts')
const { canFill, filled } = await import('../tests/torture/full.ts')
const { killed } = await import('../tests/torture/kill.ts')
const { load: loaded } = await import('../tests/torture/load.ts')
const { mutated } = await import('../tests/torture/mutations.ts')
const properties = await import('../tests/torture/properties.ts')
const { requests } = await import('../tests/torture/requests.ts')
const { differs, timing } = await import('../tests/torture/timing.ts')

let broken = 0

/** Prints one row; what does not hold is counted. */
async function row<T>(
  what: string,
  work: () => Promise<T>,
  tell: (result: T) => [boolean, string],
) {
  const began = Date.now()
  const [holds, words] = await work().then(tell, (error: unknown): [boolean, string] => [
    false,
    String(error).split('\n')[0] ?? '',
  ])
  if (!holds) broken++
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`| ${what} | ${words} | ${holds ? 'holds' : '**DOES NOT HOLD**'} | ${seconds} s |`)
}

const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`
const rate = ({ perSecond, median, p99 }: { perSecond: number; median: number; p99: number }) =>
  `${perSecond.toFixed(0)}/s, median ${ms(median)}, p99 ${ms(p99)}`

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, share ${share}, load ${load()}

| | | | |
| --- | --- | --- | --- |`)
await row(
  'kill -9 while writing',
  () => killed(share),
  ({ rounds, acknowledged, lost, broken }) => [
    lost === 0 && broken === 0,
    `${rounds} rounds, ${acknowledged} acknowledged, **${lost} lost**, ${broken} databases broken`,
  ],
)
if (canFill())
  await row('disk full', filled, ({ acknowledged, refused, told, textKept, afterwards, lost }) => [
    refused === told && textKept && afterwards === 204 && lost === 0,
    `${refused} × 503, all say full, her text stays; with room again ${afterwards}; ${acknowledged} acknowledged, **${lost} lost**`,
  ])
else console.log('| disk full | a small disk cannot be made here | not tried | |')
await row(
  'backup while writing',
  () => restored(share),
  ({ count, during, whole, missing, afterwards }) => [
    whole && missing === 0 && afterwards === 204,
    `${count} before, ${during} during; restored: whole, **${missing} missing**, goes on (${afterwards})`,
  ],
)
await row(
  'generated HTTP requests',
  () => requests(share),
  ({ sent, acceptable, statuses, busy, missing, unexplained }) => [
    acceptable >= 0.05 && missing === 0 && unexplained === 0,
    `${sent}, ${(acceptable * 100).toFixed(1)} % taken in, **${statuses[500] ?? 0} × 500**, ${busy} busy, ${missing} missing, ${unexplained} unexplained`,
  ],
)
for (const name of ['envelope', 'code', 'reply', 'text'] as const)
  await row(
    `property: ${name}`,
    () => properties[name](share),
    (runs) => [true, `${runs} runs`],
  )
await row(
  'changed boxes',
  () => mutated(share),
  ({ tried, accepted, hung, slowest }) => [
    accepted === 0 && hung === 0,
    `${tried}, **${accepted} accepted, ${hung} hung**, slowest ${ms(slowest)}`,
  ],
)
await row(
  'load, 50 connections',
  () => loaded(share),
  ({ least, quiet, flooded, plain, ratio }) => [
    [least, quiet, flooded].every(({ refused }) => refused === 0),
    `only insert: ${rate(least)}<br>quiet: ${rate(quiet)} (${ratio.toFixed(2)} of it)<br>flooded: ${rate(flooded)}; plain forms ${JSON.stringify(plain)}`,
  ],
)
await row(
  'time of an answer, by code',
  () => timing(share),
  ({ replies, answers, sameSize }) => [
    sameSize && ![replies, answers].some((kinds) => Object.values(kinds).some(differs)),
    Object.entries({ replies, answers })
      .map(([what, kinds]) => {
        const each = Object.entries(kinds).map(
          ([kind, { median, t }]) => `${kind} ${ms(median)}, t ${t.toFixed(1)}`,
        )
        return `${what} (t within ±4.5): ${each.join('; ')}`
      })
      .join('<br>'),
  ],
)
console.log(`\nLoad at the end ${load()}.`)
process.exitCode = broken > 0 ? 1 : 0
