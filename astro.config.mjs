import mdx from '@astrojs/mdx'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'

import { browserScripts } from './src/boot/plugin.ts'

export default defineConfig({
  outDir: process.env.OUT_DIR ?? './dist/site',
  integrations: [mdx(), react()],
  trailingSlash: 'always',
  // One style block, the same on every page: one hash in the CSP, one request a page.
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  prefetch: false,
  vite: {
    plugins: [browserScripts()],
    build: {
      cssCodeSplit: false,
      // Old phones: without this the minifier writes media queries they do not understand.
      cssTarget: ['chrome87', 'firefox88', 'safari14.1'],
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX file with a directive that is meant for itself (withastro/astro#18087).
        onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
      },
    },
    clearScreen: false,
  },
})
