import { expect, test } from '@playwright/test'

import { check } from '../../src/model/check.ts'
import { placeIn } from '../../src/model/check-places.ts'
import { joinFacts, printable } from '../../src/model/facts.ts'
import { load, type Content } from '../../src/model/load.ts'
import { lix, plainText } from '../../src/model/markup.ts'
import { fromZod, tell } from '../../src/model/problem.ts'
import { Page } from '../../src/model/schemas.ts'

const { content, problems } = load()

/** The content after one change, as a writer might make it. */
function changed(change: (copy: Content) => void): string[] {
  const copy = structuredClone(content)
  change(copy)
  return check(copy).map(tell)
}

const page = (copy: Content, key: string) => {
  const found = copy.pages.get(key)
  if (!found) throw new Error(key)
  return found
}

test('the content has nothing a writer must mend', () => {
  expect([...problems, ...check(content)].map(tell)).toEqual([])
})

test('a wrong field is told with file, field, what was found, what was expected and how to mend it', () => {
  const head = { title: 'T', descripton: 'x', audience: ['alla'], checked: '2026-11-20' }
  const told = fromZod('content/sv/x.mdx', head, Page.safeParse(head).error!).map(tell).join('\n')
  expect(told).toContain('content/sv/x.mdx, fältet «title»')
  expect(told).toContain('Fanns:     «T» (1 tecken)')
  expect(told).toContain('Väntades:  minst 2')
  expect(told).toContain('fältet «descripton»')
  expect(told).toMatch(/Gör så: {4}kontrollera stavningen/)
})

test('a fact nobody has seen in a source cannot be printed', () => {
  const copy = structuredClone(content)
  for (const area of copy.areas) for (const phone of Object.values(area.phones)) phone.mark = 'C'
  expect(() => printable(joinFacts(copy), 'phones', '112')).toThrow(/märket C/)
  expect(check(copy).map(tell).join('\n')).toContain('märket C')
  expect(() => printable(joinFacts(content), 'phones', '112')).not.toThrow()
})

test('a page may not rest on a claim marked C', () => {
  const told = changed((copy) => {
    const [claim = ''] = page(copy, 'sv/sekretess').head.facts
    for (const area of copy.areas) if (area.claims[claim]) area.claims[claim].mark = 'C'
  })
  expect(told.join('\n')).toContain('märket C')
})

for (const [what, text] of [
  ['a phone number', 'Ring 116 016 i dag.'],
  ['the emergency number', 'Ring 112.'],
  ['a section of a law', 'Det står i 45 kap. 15 §.'],
  ['a time limit', 'Du har 3 veckor på dig.'],
  ['a time limit in Arabic digits', 'لديكِ ٣ أسابيع.'],
] as const)
  test(`${what} typed by hand is refused`, () => {
    const told = changed((copy) => (page(copy, 'sv/tolk').body += `\n\n${text}\n`))
    expect(told.join('\n')).toContain('content/sv/tolk.mdx')
  })

test('a number typed into a list, on a card or into the film cannot drift from the fact', () => {
  const typed: [(copy: Content) => void, string][] = [
    [(copy) => (copy.cards.cards[0]!.text.sv = 'Ring 112.'), 'content/cards.yaml'],
    [(copy) => (Object.values(copy.film.en!.scenes)[0]!.says[0] = 'Call 114 14.'), 'content/film'],
    [(copy) => (Object.values(copy.film.ar!.scenes)[0]!.says[0] = 'اتصلي على ١١٢'), 'content/film'],
    [(copy) => (Object.values(copy.services.services)[2]!.says!.sv = 'Ring 116 017.'), 'services'],
    [(copy) => (copy.worksheets.sheets[0]!.title.sv = '45 kap. 15 §'), 'worksheets'],
    [(copy) => (page(copy, 'en/tolk').head.description = 'Call +46 8 508 00 000'), 'en/tolk.mdx'],
  ]
  for (const [change, where] of typed) expect(changed(change).join('\n')).toContain(where)
  // The words of the replies are read from the file: there the fact is what changes.
  const told = changed((copy) => {
    for (const { phones } of copy.areas)
      if (phones['kvinnofridslinjen']) phones['kvinnofridslinjen'].number = '116 017'
  })
  expect(told.join('\n')).toContain('content/contact/replies.json')
  expect(told.join('\n')).toContain('116 016')
})

test('a page that stands in Swedish has a name in her language, until it is translated', () => {
  const told = (change: (copy: Content) => void) => changed(change).join('\n')
  const [id = ''] = Object.keys(content.titles.ar ?? {})
  expect(told(({ titles }) => delete titles.ar?.[id])).toContain(`«ar › ${id}»`)
  expect(told(({ titles }) => (titles.en!['tolk'] = 'Interpreter'))).toContain('ta bort raden')
})

test('an address is refused wherever it is written, near the word shelter or not', () => {
  const places = [
    'Jouren finns på Storgatan 5.',
    'storgatan 5 B',
    'Enköpings väg 12',
    'Huvudsta torg 3',
    'strandgata 4',
    'Du hittar till 171 45 Solna.',
    'Se https://maps.example/x',
    'Vi finns på 59.36120, 17.97340.',
  ]
  for (const place of places) {
    const told = changed((copy) => (page(copy, 'sv/boende').body += `\n\n${place}\n`))
    expect(told.join('\n'), place).toContain('aldrig en adress')
  }
  const elsewhere: ((copy: Content) => void)[] = [
    (copy) => (page(copy, 'ar/akut').body += '\n\nStorgatan 5\n'),
    (copy) => (page(copy, 'sv/boende').head.description = 'Huset på Storgatan 5'),
    (copy) => {
      for (const { says } of Object.values(copy.services.services))
        if (says) says.sv = 'Huvudsta torg 3'
    },
    (copy) => {
      for (const { claims } of copy.areas)
        for (const claim of Object.values(claims)) claim.says = 'Enköpings väg 12'
    },
  ]
  for (const change of elsewhere) expect(changed(change).join('\n')).toContain('aldrig en adress')
  for (const text of ['På plan 1 finns det.', 'lagändringen 2025', 'Ring 114 14 och fråga.'])
    expect(placeIn(text), text).toBeUndefined()
})

test('a step that lacks a part, or has them in another order, is refused', () => {
  const told = changed((copy) => {
    const step = page(copy, 'sv/steg/dom')
    step.body = step.body.replace('<Section is="children">', '<Section is="other">')
  })
  expect(told.join('\n')).toContain('content/sv/steg/dom.mdx, fältet «Section»')
})

test('a text that is too hard to read is refused', () => {
  const hard =
    'Myndighetsutövningen förutsätter förhållandevis omfattande utredningsåtgärder '.repeat(40)
  const told = changed((copy) => (page(copy, 'sv/akut').body += `\n\n${hard}\n`))
  expect(told.join('\n')).toContain('fältet «LIX»')
})

test('one of the twelve headings she asks with cannot be lost', () => {
  const told = changed((copy) => {
    const barn = page(copy, 'sv/barn')
    barn.body = barn.body.replace('Tar de mina barn?', 'Om barnen')
  })
  expect(told.join('\n')).toContain('Tar de mina barn?')
})

test('links in the text lead to pages that exist', () => {
  const told = changed(
    (copy) => (page(copy, 'sv/tolk').body += '\n\n<Page id="finns-inte">x</Page>\n'),
  )
  expect(told.join('\n')).toContain('«finns-inte»')
})

test('the urgent page has at most sixty words in its three choices', () => {
  for (const language of ['sv', 'latt', 'en', 'ar']) {
    const { body } = page(content, `${language}/akut`)
    const choices = /<Choices>(.*)<\/Choices>/s.exec(body)?.[1] ?? ''
    const words = plainText(choices.replace(/<Term[^>]*>(.*?)<\/Term>/gs, '$1')).match(
      /[\p{L}\p{N}]+/gu,
    )
    expect(choices.match(/<Choice to=/g)).toHaveLength(3)
    expect(words?.length, language).toBeLessThanOrEqual(60)
  }
})

test('LIX counts as it was defined', () => {
  // 4 words, 1 sentence, 1 word over six letters: 4 + 25.
  expect(lix('Hon ringer polisen nu.')).toBeCloseTo(4 + 25)
  expect(lix('Hon ringer nu. Det är bra.')).toBeCloseTo(3)
})
