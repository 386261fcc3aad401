/** The disk is full: she is told so, nothing acknowledged is lost, and room is all that is needed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { fromText, toText } from '../../src/contact/bytes.ts'
import { bodies, clientOf, plainPost, type Body } from './client.ts'
import { newData, newFolder, start } from './place.ts'

/** Mega bytes of the disk that fills up. */
const size = 8

/** A shell in rooms of its own, where anyone may mount: nothing of this machine is touched. */
const ownMounts = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c']

/** Whether this machine lets us have a small disk of our own. */
export const canFill = () => {
  const [program = '', ...args] = [...ownMounts, 'mount -t tmpfs -o size=1m tmpfs /mnt']
  return process.platform === 'linux' && spawnSync(program, args).status === 0
}

const words = 'Det här ska stå kvar hos henne'

/**
 * A real server on a disk of 8 MB that is filled while it takes requests, and emptied again.
 * @returns `refused`: answers with 503; `told`: those of them that say the disk is full; `textKept`:
 * the plain form's page says not sent and keeps her words; `afterwards`: status once there is room,
 * without a restart; `lost`: acknowledged, and not there
 */
export async function filled() {
  const { data } = await newData()
  // What is there goes along to the small disk.
  const setUp = `cp -r "$DATA_DIR" "$DATA_DIR.was" &&
    mount -t tmpfs -o size=${size}m tmpfs "$DATA_DIR" &&
    cp -r "$DATA_DIR.was/." "$DATA_DIR" && rm -r "$DATA_DIR.was" && exec "$0" server/serve.ts`
  const server = await start(data, [...ownMounts, setUp, process.execPath])
  const disk = `/proc/${server.child.pid}/root${data}`
  const client = clientOf(server.port, 4)
  const make = await bodies(server.origin)
  const figures = { acknowledged: 0, refused: 0, told: 0, textKept: false, afterwards: 0, lost: 0 }
  const known: Body[] = []

  // Ballast, so that few requests are needed; what is left is theirs.
  writeFileSync(join(disk, 'ballast'), new Uint8Array((size - 2) * 1024 * 1024))
  while (figures.refused < 10) {
    const body = make()
    const { status, body: said } = await client.json('PUT', '/api/requests', body)
    if (status === 204) known.push(body)
    else if (status === 503) figures.refused++
    else throw new Error(`a full disk gave ${status}`)
    if (status === 503 && String(said).includes('"full"')) figures.told++
  }
  const fields = { how: 'call', number: '0701234567', text: words }
  const page = await plainPost(client, '/sv/kontakt/', fields)
  figures.textKept = page.status === 503 && String(page.body).includes(words)
  const { status } = await client.ask('GET', '/sv/kontakt/')
  if (status !== 200) throw new Error(`the page gave ${status} while the disk was full`)

  rmSync(join(disk, 'ballast'))
  const last = make()
  figures.afterwards = (await client.json('PUT', '/api/requests', last)).status
  figures.acknowledged = known.push(last)
  figures.lost = countLost(known, disk)
  client.close()
  await server.kill()
  return figures
}

/** How many of these the database on that disk does not hold. */
function countLost(known: Body[], disk: string): number {
  // SQLite would follow the way through /proc to the wrong disk.
  const here = newFolder()
  for (const file of ['contact.sqlite', 'contact.sqlite-wal'])
    copyFileSync(join(disk, file), join(here, file))
  const database = new DatabaseSync(join(here, 'contact.sqlite'))
  const rows = database.prepare('SELECT loc FROM request').all()
  database.close()
  const there = new Set(rows.map(({ loc }) => toText(loc as Uint8Array)))
  return known.filter(({ id }) => !there.has(locText(id))).length
}

const locText = (id: string) => createHash('sha256').update(fromText(id)).digest('base64url')
