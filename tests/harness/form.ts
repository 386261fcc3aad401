/** She writes a request, step by step, in any browser. */
import { readCode } from '../../src/contact/code.ts'
import { shows, until, type Tab } from './visit.ts'

/** What she writes; nothing of it should be found anywhere afterwards. */
export interface Written {
  number: string
  name: string
  speaks: string
  text: string
}

const isAt = (step: string) => `document.querySelector('[data-step=${step}][data-now]') !== null`

/** Goes on, to a step of that name. */
async function next(tab: Tab, step: string): Promise<void> {
  await tab.click('[data-next]')
  await until(() => tab.ask(isAt(step)))
}

async function write(tab: Tab, field: string, text: string): Promise<void> {
  await tab.click(`[data-contact] [name=${field}]`)
  await tab.type(text)
  await until(() => tab.ask(`document.querySelector('[name=${field}]').value === '${text}'`))
}

/**
 * From any page of the site: to the form, through its steps, and sends.
 * @returns the code she is given
 */
export async function writeAndSend(tab: Tab, { number, name, speaks, text }: Written) {
  await tab.click(`footer a[href="/sv/kontakt/"], nav a[href="/sv/kontakt/"]`)
  await shows(tab, '/sv/kontakt/')
  await tab.click('[data-how=sms]')
  await until(() => tab.ask(`document.querySelector('form[data-live]') !== null`))
  await next(tab, 'whom')
  await next(tab, 'phone')
  await write(tab, 'number', number)
  await next(tab, 'when')
  await next(tab, 'you')
  await write(tab, 'name', name)
  await next(tab, 'language')
  await write(tab, 'speaks', speaks)
  await next(tab, 'text')
  await write(tab, 'text', text)
  await next(tab, 'send')
  await tab.click('[data-step=send] [type=submit]')
  await until(() => tab.ask(`document.querySelector('[data-code]') !== null`))
  const read = readCode(await tab.ask(`document.querySelector('[data-code]').textContent`))
  if (!('code' in read)) throw new Error('not a code')
  return read.code
}
