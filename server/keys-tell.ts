/** What is to be done with what was made, in words for the one who hosts. */
import type { Person } from './keys-ask.ts'

export interface Made {
  file: string
  person: Person
  passphrase: string
}

interface Told {
  made: Made[]
  recovery: string | undefined
  folder: string
  sql: string | undefined
  first: boolean
}

/** Prints it. Passphrases are shown here and nowhere else. */
export function tell({ made, recovery, folder, sql, first }: Told): void {
  const parts: string[] = []
  if (sql)
    parts.push(`Databasen
   Kör en gång, på en tom databas:
   npx wrangler d1 execute DB --remote --file ${sql} -c server/wrangler.jsonc
   Filen innehåller inga hemligheter, men behövs inte mer.`)
  if (made.length > 0)
    parts.push(`Nyckelfilerna
${made
  .map(
    ({ file, person, passphrase }) =>
      `   ${person.name} (${person.role === 'manager' ? 'chef' : 'handläggare'})
      fil       ${file}
      lösenord  ${passphrase}`,
  )
  .join('\n')}
   Ge var och en sin fil, på ett usb-minne eller i en mapp som bara hon eller han kommer åt.
   Säg lösenordet, eller ge det på papper. Skicka aldrig fil och lösenord samma väg.
   Lösenorden visas bara nu och finns inte i någon fil.
   Be alla att byta till en nyckel som de gör själva i inkorgen, redan första dagen.`)
  if (recovery)
    parts.push(`Reservnyckeln
   fil       ${recovery}
   Skriv ut den från en dator som bara du använder; flytta den dit på ett usb-minne, aldrig med e-post.
   Vad du gör sedan står på papperet: kuvert, kassaskåp, och ta bort filen.`)
  parts.push(`Städa
   När allt är utlämnat och utskrivet: ta bort mappen ${folder}`)
  if (!first && !sql)
    parts.push(`Bra att veta
   Servern behöver inte startas om. Den som är ny läser det som kommer från och med nu; äldre
   förfrågningar när en kollega har öppnat dem i inkorgen.`)
  console.log(`\nKlart.\n\n${parts.map((part, at) => `${at + 1}. ${part}`).join('\n\n')}\n`)
}
