/** The words of the view in two languages; only these are bundled, not all words of the site. */
import * as ar from '../../content/words/ar.json'
import * as en from '../../content/words/en.json'
import * as latt from '../../content/words/latt.json'

/** What the view says, in the language of the page. */
export interface Words {
  show: string
  hide: string
  take: string
  question: string
  text: string
  print: string
}

const words: Record<string, Words> = {
  ar: {
    show: ar['two.show'],
    hide: ar['two.hide'],
    take: ar['take.open'],
    question: ar['take.question'],
    text: ar['take.text'],
    print: ar['take.print'],
  },
  en: {
    show: en['two.show'],
    hide: en['two.hide'],
    take: en['take.open'],
    question: en['take.question'],
    text: en['take.text'],
    print: en['take.print'],
  },
  latt: {
    show: latt['two.show'],
    hide: latt['two.hide'],
    take: latt['take.open'],
    question: latt['take.question'],
    text: latt['take.text'],
    print: latt['take.print'],
  },
}

/** The words of a language; English where it has none of its own here. */
export const wordsOf = (language: string): Words => words[language] ?? (words['en'] as Words)
