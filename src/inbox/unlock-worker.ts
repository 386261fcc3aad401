/** The Worker that opens and writes key files: scrypt takes a second and must not freeze the page. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import type { Identity, Stanza } from 'age-encryption'

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
  const work: Promise<Answer> =
    'file' in data
      ? openKeyFile(data.file, byPassphrase(data.passphrase, progress)).then((key) => ({ key }))
      : writeKeyFile(data.key, data.passphrase).then((written) => ({ written }))
  work.then(say, () => say({ failed: true }))
})
