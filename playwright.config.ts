import { defineConfig } from '@playwright/test'

import { origins } from './tests/harness/origins.ts'

/** `tests/run.ts` prepares the builds and finds the browsers, then starts this. */
export default defineConfig({
  testDir: 'tests',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  // Browsers on a shared machine: what fails twice is wrong.
  retries: 1,
  reporter: [['list']],
  globalSetup: './tests/harness/servers.ts',
  use: {
    baseURL: origins.site,
    launchOptions: {
      ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  // The fast ones first: a mistake in a text is told before a browser starts.
  projects: [
    { name: 'text', testMatch: 'text/*.spec.ts' },
    { name: 'server', testMatch: ['server/*.spec.ts', 'contact/*.spec.ts'] },
    { name: 'pages', testMatch: 'pages/*.spec.ts' },
    { name: 'reader', testMatch: 'reader/*.spec.ts' },
    { name: 'traces', testMatch: 'traces/*.spec.ts' },
  ],
})
