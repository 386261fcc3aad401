import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What shuts someone out of a page, as axe sees it: rule, element, what to mend.
 * @param part a selector, to look at one part only
 */
export async function barriers(page: Page, part?: string): Promise<string[][]> {
  // What passes is not told: that halves the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(rules)
  if (part) axe.include(part)
  const { violations } = await axe.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => [id, html, failureSummary ?? '']),
  )
}
