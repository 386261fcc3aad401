/** Who shall have a key: from the command line or by questions, and whether they can. */
import { createInterface } from 'node:readline/promises'

import { Name, type Role } from '../src/contact/keyfile.ts'

export interface Person {
  name: string
  role: Role
}

/** The name of the recovery key in the list of keys. */
export const recoveryName = 'Reservnyckel'

export type Ask = (question: string) => Promise<string>

/** @throws if a role is none, or there are more roles than names */
export function fromArguments({ name, role }: { name: string[]; role: string[] }): Person[] {
  if (role.length > name.length) throw new Error('Det finns fler --role än --name.')
  return name.map((one, at) => ({ name: one.trim(), role: roleOf(role[at] ?? 'staff') }))
}

function roleOf(word: string): Role {
  if (word === 'staff' || word === 'manager') return word
  throw new Error(`--role ska vara staff eller manager, inte «${word}».`)
}

/** Asks until an empty name. */
export async function fromQuestions(ask: Ask, first: boolean): Promise<Person[]> {
  console.log(
    first
      ? 'Vilka ska kunna läsa det som skickas? Minst två personer, varav en chef.\n'
      : 'Vem ska få en nyckel?\n',
  )
  const people: Person[] = []
  for (;;) {
    const name = (await ask('Namn (tomt när alla är med): ')).trim()
    if (!name) return people
    const wrong = wrongName(name)
    if (wrong) console.log(wrong)
    else people.push({ name, role: isYes(await ask('Chef? ja/nej: ')) ? 'manager' : 'staff' })
  }
}

const isYes = (answer: string) => /^j/i.test(answer.trim())

const wrongName = (name: string) =>
  Name.safeParse(name).success && name !== recoveryName
    ? undefined
    : `Namnet «${name}» går inte: högst 40 tecken, bara bokstäver, siffror, mellanslag, punkt, apostrof och bindestreck.`

/** @throws in plain words if these people cannot be let in */
export function check(people: Person[], first: boolean, known: Set<string>): void {
  const names = new Set<string>()
  for (const { name } of people) {
    const wrong = wrongName(name)
    if (wrong) throw new Error(wrong)
    if (names.has(name)) throw new Error(`${name} står två gånger.`)
    if (known.has(name))
      throw new Error(`${name} har redan en nyckel. Är den borta: kör först --remove "${name}".`)
    names.add(name)
  }
  if (first && people.length < 2) throw new Error('Första gången behövs minst två personer.')
  if (first && !people.some(({ role }) => role === 'manager'))
    throw new Error('Minst en måste vara chef: --role manager.')
}

/** Asks on the terminal; also takes its answers from a file or a pipe. */
export function asking(): Ask & { end(): void } {
  let lines: ReturnType<typeof createInterface> | undefined
  let next: AsyncIterator<string> | undefined
  const ask = async (question: string) => {
    lines ??= createInterface({ input: process.stdin })
    next ??= lines[Symbol.asyncIterator]()
    process.stdout.write(question)
    const { value, done } = await next.next()
    if (done) throw new Error('\nAvbrutet. Inget är ändrat.')
    return value
  }
  return Object.assign(ask, { end: () => lines?.close() })
}
