/** Chromium with a profile that stays on the disk, as a reader has it. */
import { chromium, type LaunchOptions, type Page } from '@playwright/test'

import { until, type Browser, type Tab } from './visit.ts'

/**
 * Starts Chromium with a profile.
 * @param options those of the configuration: which Chromium, and its back/forward cache on
 */
export async function startChromium(profile: string, options: LaunchOptions): Promise<Browser> {
  const context = await chromium.launchPersistentContext(profile, {
    // Playwright's headless shell keeps no history; its whole Chromium does.
    ...(options.executablePath ? {} : { channel: 'chromium' }),
    ...options,
  })
  return {
    newTab: async () => tabOf(await context.newPage()),
    listed: async () => {
      const page = await context.newPage()
      await page.goto('chrome://history')
      await page.locator('history-item').first().waitFor()
      return page
        .locator('history-item a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href).sort())
    },
    quit: () => context.close(),
  }
}

/** A page of Playwright as a reader's tab. */
export async function tabOf(page: Page): Promise<Tab> {
  const cdp = await page.context().newCDPSession(page)
  const shown = () => cdp.send('Page.getNavigationHistory')

  /** Asked of the browser itself: Playwright loses sight of a page restored by Back. */
  async function ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`)
    return result.value as T
  }

  return {
    ask,
    open: (address) => page.goto(address),
    click: (selector) => page.locator(selector).filter({ visible: true }).first().click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    // As a person closes it: the page is told.
    close: async () => {
      const closed = page.waitForEvent('close')
      await page.close({ runBeforeUnload: true })
      await closed
    },
    async step(delta) {
      const { currentIndex, entries } = await shown()
      const entry = entries[currentIndex + delta]
      if (!entry) return false
      await cdp.send('Page.navigateToHistoryEntry', { entryId: entry.id })
      await until(async () => (await shown()).currentIndex === currentIndex + delta)
      return true
    },
  }
}
