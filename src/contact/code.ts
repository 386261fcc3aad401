/**
 * The code she gets: twenty digits, the last one a check digit (Luhn). Everything that ties her to
 * her request is derived from it, so nothing else needs to be kept anywhere.
 */
import { sha256 } from './bytes.ts'

/** Calls of PBKDF2; Cloudflare's workerd refuses more than 100 000 in production (workerd#1346). */
export const stretch = 100_000

const salt = new TextEncoder().encode('rvc-contact-v1')

/** What a code opens. */
export interface Keys {
  /** 16 bytes, sent to the server: whoever has it may ask for replies and withdraw. */
  id: Uint8Array<ArrayBuffer>
  /** SHA-256 of `id`, 32 bytes: the only trace of the code that is stored. */
  loc: Uint8Array<ArrayBuffer>
  /** 32 bytes, seals replies and answers; it reaches staff inside the sealed request only. */
  key: Uint8Array<ArrayBuffer>
}

/** A new code, from the system's randomness. */
export function makeCode(): string {
  let digits = ''
  while (digits.length < 19)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      // 250 and up would make the low digits more likely.
      if (byte < 250 && digits.length < 19) digits += byte % 10
  return digits + checkDigit(digits)
}

/** In groups of four, as it is shown. */
export const inGroups = (code: string) => code.replace(/(.{4})(?!$)/g, '$1 ')

/**
 * Reads a code as people write it: any separators, digits of any script.
 * @returns the code, or why it cannot be one: too few or too many digits, or a mistyped digit
 */
export function readCode(typed: string): { code: string } | { wrong: 'length' | 'digit' } {
  const code = asciiDigits(typed).replace(/[^0-9]/g, '')
  if (code.length !== 20) return { wrong: 'length' }
  return checkDigit(code.slice(0, 19)) === code[19] ? { code } : { wrong: 'digit' }
}

/** Text with the decimal digits of every script as 0–9. */
export const asciiDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    // Every script has its ten digits in a row, zero first.
    let value = 0
    const at = digit.codePointAt(0) ?? 0
    while (/\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value++
    return String(value % 10)
  })

/** @param code twenty digits, as `readCode` gives them */
export async function keysOf(code: string): Promise<Keys> {
  const typed = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(code),
    'PBKDF2',
    false,
    ['deriveBits'],
  )
  const root = await crypto.subtle.importKey(
    'raw',
    await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: stretch },
      typed,
      256,
    ),
    'HKDF',
    false,
    ['deriveBits'],
  )
  const derive = async (info: string, bits: number) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        {
          name: 'HKDF',
          hash: 'SHA-256',
          salt: new Uint8Array(),
          info: new TextEncoder().encode(info),
        },
        root,
        bits,
      ),
    )
  const key = await derive('messages', 256)
  const id = idOf(key)
  return { id, loc: locOf(id), key }
}

/**
 * The id that goes with a key. Staff, who are given the key inside a request, see by it that the
 * writer had the code: nobody can make a request for the same place without it.
 */
export const idOf = (key: Uint8Array) => sha256(key).slice(0, 16)

/** Where a request lies: SHA-256 of its id. */
export const locOf = (id: Uint8Array) => sha256(id)

function checkDigit(digits: string): string {
  let sum = 0
  for (const [at, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (at % 2 ? 1 : 2)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}
