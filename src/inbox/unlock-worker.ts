/**
 * The Worker that opens and writes key files, and opens cards: scrypt takes a second, and thousands of
 * cards half a minute; neither may freeze the page.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import type { Identity, Stanza } from 'age-encryption'

import { fromText } from '../contact/bytes.ts'
import { openCard, type Card } from '../contact/envelope.ts'
import { openKeyFile, writeKeyFile } from '../contact/keyfile.ts'
import type { Answer, Job } from './worker.ts'

/** More work than this is not done for anyone: a strange file must not freeze the computer. */
const mostWork = 20

/** age's own way of opening by passphrase, which also tells how far it has come. */
function byPassphrase(passphrase: string, tell: (part: number) => void): Identity {
  return {
    unwrapFileKey(stanzas: Stanza[]) {
      const [stanza] = stanzas
      const [kind, salt64 = '', logN = ''] = stanza?.args ?? []
      if (!stanza || kind !== 'scrypt' || stanzas.length !== 1) return null
      if (!/^[1-9]\d?$/.test(logN) || Number(logN) > mostWork) throw new Error('not a key file')
      const label = new TextEncoder().encode('age-encryption.org/v1/scrypt')
      const salt = Uint8Array.from(atob(salt64), (character) => character.charCodeAt(0))
      const key = scrypt(passphrase, new Uint8Array([...label, ...salt]), {
        N: 2 ** Number(logN),
        r: 8,
        p: 1,
        dkLen: 32,
        onProgress: tell,
      })
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body)
      } catch {
        return null
      }
    },
  }
}

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  const say = (answer: Answer) => postMessage(answer)
  let told = 0
  const progress = (part: number) => {
    if (part - told < 0.02) return
    told = part
    say({ part })
  }
  work(data, progress).then(say, () => say({ failed: true }))
})

async function work(job: Job, progress: (part: number) => void): Promise<Answer> {
  if ('file' in job)
    return { key: await openKeyFile(job.file, byPassphrase(job.passphrase, progress)) }
  if ('key' in job) return { written: await writeKeyFile(job.key, job.passphrase) }
  const opened: (Card | undefined)[] = []
  for (const { card, loc } of job.cards)
    opened.push(
      await openCard(fromText(card), fromText(loc), job.identities).catch(() => undefined),
    )
  return { opened }
}
