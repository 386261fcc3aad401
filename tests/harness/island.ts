/** The React form of the test build, reached and left in place. */
import { origins } from './origins.ts'
import { shows, until, type Tab } from './visit.ts'

const mounted = (tab: Tab, is: 'yes' | 'no') =>
  until(() => tab.ask(`document.documentElement.dataset.mounted === '${is}'`))

async function answer(tab: Tab): Promise<void> {
  await tab.click('#word')
  await tab.type('hej du')
  await tab.click('main form button')
  await until(() => tab.ask(`document.querySelector('output').textContent === 'tack'`))
}

/**
 * Comes to the form by a link, uses it, leaves it, comes back and uses it again.
 * @returns what the address bar says at the end, and what stands in the form when she comes back
 * @throws if a step takes no effect within 15 s
 */
export async function useForm(tab: Tab): Promise<{ address: string; kept: string }> {
  await tab.open(`${origins.proof}/sv/`)
  await tab.ask(`(() => {
    const link = document.createElement('a')
    Object.assign(link, { href: '/sv/prov/', id: 'to-form', textContent: 'Prov' })
    document.querySelector('main').prepend(link)
  })()`)
  await tab.click('#to-form')
  await mounted(tab, 'yes')
  await answer(tab)
  await tab.click('main p a')
  await shows(tab, '/sv/')
  await mounted(tab, 'no')
  await tab.click('[data-previous]')
  await mounted(tab, 'yes')
  const kept = await tab.ask<string>(`document.querySelector('#word').value`)
  await answer(tab)
  return { kept, address: await tab.ask('location.href') }
}
