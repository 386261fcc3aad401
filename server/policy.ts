import { createHash } from 'node:crypto'

/** Styles that stand in the body of single pages; each makes the policy of every page longer. */
const mostOwnStyles = 16

/**
 * The one Content-Security-Policy of all pages, from the inline blocks of the built pages.
 * Pages are swapped in place, so the policy of the first page must know every block of the site.
 * @param pages HTML of every page
 * @throws if the heads do not share one style block, if too many pages have one of their own in the
 * body, or if one carries a policy, a style attribute or a handler
 */
export function policyFor(pages: Map<string, string>): string {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const shared = new Set<string>()
  for (const [path, html] of pages) {
    for (const [, attributes = '', text = ''] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs))
      if (!isData(attributes, text, path) && !/\ssrc=/.test(attributes)) scripts.add(hash(text))
    for (const [, text = ''] of html.matchAll(/<style[^>]*>(.*?)<\/style>/gs))
      styles.add(hash(text))
    const [head = ''] = html.split('<body')
    for (const [, text = ''] of head.matchAll(/<style[^>]*>(.*?)<\/style>/gs))
      shared.add(hash(text))
    const forbidden = /http-equiv|\sstyle="|\son[a-z]+="|<link[^>]+stylesheet/i.exec(
      html.replace(/<(script|style)[^>]*>.*?<\/\1>/gs, ''),
    )
    if (forbidden) throw new Error(`${path} has «${forbidden[0]}», which the policy would block.`)
  }
  if (shared.size > 1)
    throw new Error(`The pages have ${shared.size} different style blocks; they must share one.`)
  if (styles.size > shared.size + mostOwnStyles)
    throw new Error(`${styles.size - shared.size} style blocks stand in the body of pages.`)
  return [
    `default-src 'none'`,
    `script-src 'self' ${[...scripts].sort().join(' ')}`,
    `style-src ${[...styles].sort().join(' ')}`,
    `img-src data: 'self'`,
    `media-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/**
 * JSON-LD is data: no browser runs it, and the policy need not know it.
 * @throws if it is no JSON, so that nothing else comes in under its name
 */
function isData(attributes: string, text: string, path: string): boolean {
  // Of an attribute that stands twice, browsers take the first.
  const [, type] = /\stype\s*=\s*"?([^"\s>]*)/i.exec(attributes) ?? []
  if (type !== 'application/ld+json') return false
  try {
    JSON.parse(text)
    return true
  } catch {
    throw new Error(`${path} has application/ld+json that is no JSON.`)
  }
}

/**
 * The policy of a page that other sites may frame: its own style and nothing else.
 * @throws if the page has a script, a form, or anything that is fetched or kept
 */
export function framePolicy(path: string, html: string): string {
  const forbidden =
    /<(?:script|form|input|button|iframe|img|object|embed|base)\b|http-equiv|\sstyle="|\son[a-z]+="|<link[^>]+stylesheet|<a (?![^>]*(?:target="_blank" rel="noreferrer"|href="tel:))/i.exec(
      html,
    )
  if (forbidden) throw new Error(`${path} has «${forbidden[0]}»; a framed page may not.`)
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, text = '']) =>
    hash(text),
  )
  return [
    `default-src 'none'`,
    `style-src ${styles.join(' ')}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors *`,
  ].join('; ')
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
