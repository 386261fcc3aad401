import { createHash } from 'node:crypto'

/** Styles that stand in the body of single pages; each makes the policy of every page longer. */
const mostOwnStyles = 12

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
      if (!/\ssrc=/.test(attributes)) scripts.add(hash(text))
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

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
