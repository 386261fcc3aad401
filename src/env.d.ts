/// <reference types="astro/client" />

declare module 'virtual:boot' {
  /** The script of every page, minified, to be inlined as it is. */
  const boot: string
  export default boot
}

declare namespace App {
  interface Locals {
    /** Language of the frame: the one in the address. */
    language: import('./model/languages.ts').Language
    /** Words in the language of the frame. */
    t: import('i18next').TFunction
    /** The page whose text is shown, and the language it is written in. */
    page: { id: string; written: import('./model/languages.ts').Language }
    /** Words in the language of the text; Swedish where Swedish stands in. */
    say: import('i18next').TFunction
    /** Glossary words met so far on this page. */
    terms: Set<string>
    /** The brochure that is shown, on its page. */
    sheet?: import('./model/load.ts').BrochureFile
  }
}
