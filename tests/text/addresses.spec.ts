import { expect, test } from '@playwright/test'

import { words } from '../../src/i18n/translate.ts'
import { languageIds } from '../../src/model/languages.ts'
import { load } from '../../src/model/load.ts'

const { content } = load()

/**
 * The only words an address may have. The address she arrives at stays in the browser's history:
 * a new word comes in here only if it tells nothing to someone who reads it there.
 */
const tellNothing = new Set(
  `nu kontakt svar sa-funkar-det om-oss stod omrade resultat steg vard barn fraga boende ekonomi tolk plan
  for-dig ung anhorig andra-dig surfa telefonen ova film broschyrer kort arbetsblad ordlista kontakter lanka
  yrkesverksamma samverkan utbildning data tillganglighet personuppgifter kallor sprak sok ram`.split(
    /\s+/,
  ),
)

/** Segments that are neither on the list, a number, nor empty. */
const telling = (address: string) =>
  address.split('/').filter((part) => part && !/^\d+$/.test(part) && !tellNothing.has(part))

test('every word in an address is on the short list of words that tell nothing', () => {
  expect(Object.values(content.addresses).flatMap(telling)).toEqual([])
  // Paths that are not pages of the table: what others frame and fetch.
  expect(telling('lanka/ram')).toEqual([])
})

test('the check sees a word that tells', () => {
  expect(telling('steg/kontaktforbud')).toEqual(['kontaktforbud'])
})

/** What the tab says when she has left: nothing about violence, police or help. */
const subject =
  /våld|miss|kvinn|frid|polis|brott|hjälp|abuse|violen|women|police|crime|help|relation|عنف|شرط|مساعد|جريم|امرأ/i

test('the neutral title and the word on the empty page tell nothing', () => {
  for (const language of languageIds)
    for (const key of ['site.neutral', 'site.loading', 'frame.exit'] as const)
      expect(words[language][key], `${language} ${key}`).not.toMatch(subject)
  expect(words.sv['site.name']).toMatch(subject)
})

test('a language lacks no word of the interface', async () => {
  const { missingWords } = await import('../../src/i18n/translate.ts')
  for (const language of languageIds) expect(missingWords(language), language).toEqual([])
})
