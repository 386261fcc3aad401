import { defineMiddleware } from 'astro:middleware'

import { translator } from './i18n/translate.ts'
import { isLanguage, original } from './model/languages.ts'

/** Gives every component its language and its words: `const { language, t } = Astro.locals`. */
export const onRequest = defineMiddleware(({ url, locals }, next) => {
  const [, first = ''] = url.pathname.split('/')
  locals.language = isLanguage(first) ? first : original
  locals.t = translator(locals.language)
  locals.page = { id: '', written: locals.language }
  locals.say = locals.t
  locals.terms = new Set()
  return next()
})
