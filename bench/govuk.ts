/**
 * A page of the same text as ours with GOV.UK's «Exit this page», as its documentation says: the
 * page template, the secondary link below the skip link, the button above the text, the script
 * before `</body>`. Markup and files are the package's own; none is changed.
 */
import { existsSync, readFileSync } from 'node:fs'

import { htmlOf, paths } from './places.ts'

const folder = 'node_modules/govuk-frontend'
const built = `${folder}/dist/govuk`
if (!existsSync(built)) throw new Error('govuk-frontend is not there: npm ci')

export const version: string = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version

/** Files the page asks for: address → place in the package. */
export const files = {
  '/govuk/govuk-frontend.min.css': `${built}/govuk-frontend.min.css`,
  '/govuk/exit-this-page.bundle.mjs': `${built}/components/exit-this-page/exit-this-page.bundle.mjs`,
}

/** A folder the style takes fonts from. */
export const assets = `${built}/assets`

/** What the macro of a component renders by default: the package brings it, to be compared with. */
const rendered = (component: string) => {
  const { fixtures } = JSON.parse(
    readFileSync(`${built}/components/${component}/fixtures.json`, 'utf8'),
  )
  const found = fixtures.find(({ name }: { name: string }) => name === 'default')
  return String(found.html)
}

/** The page's title and text, without what only our style and script understand. */
function textOf(path: string): { title: string; text: string } {
  const html = htmlOf(path)
  const [, title = ''] = /<title>(.*?)<\/title>/s.exec(html) ?? []
  const [, text = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? []
  return { title, text: text.replaceAll(/ (?:class|style|data-[\w-]+)(?:="[^"]*")?(?=[ >])/g, '') }
}

/**
 * The page of a path of our site.
 * @param exitTo where the exit leads
 * @param noTraces whether its field, like ours, asks the browser to keep nothing
 */
export function govukPage(path: string, exitTo: string, noTraces: boolean): string {
  const { title, text } = textOf(path)
  const exit = rendered('exit-this-page').replace(/href="[^"]*"/, `href="${exitTo}"`)
  const links = paths.map((one) => {
    const current = one === path ? ' aria-current="page"' : ''
    return `<li><a class="govuk-link" href="${one}"${current}>${textOf(one).title}</a></li>`
  })
  return `<!DOCTYPE html>
<html lang="sv" class="govuk-template">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/govuk/govuk-frontend.min.css">
  </head>
  <body class="govuk-template__body">
    <script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>
    <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
    <a href="${exitTo}" class="govuk-skip-link govuk-js-exit-this-page-skiplink" rel="nofollow noreferrer" data-module="govuk-skip-link">Exit this page</a>
    <nav class="govuk-width-container"><ul class="govuk-list">${links.join('')}</ul></nav>
    <div class="govuk-width-container">
      ${exit}
      <main class="govuk-main-wrapper" id="main-content">
        <form><div class="govuk-form-group">
          <label class="govuk-label" for="field">Sök</label>
          <input class="govuk-input" id="field" name="field" type="text"${noTraces ? ' autocomplete="off"' : ''}>
        </div></form>
        ${text}
      </main>
    </div>
    <script type="module">
      import { ExitThisPage } from '/govuk/exit-this-page.bundle.mjs'
      const $root = document.querySelector('[data-module="govuk-exit-this-page"]')
      if ($root) new ExitThisPage($root)
    </script>
  </body>
</html>`
}
