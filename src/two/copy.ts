/**
 * A copy of Swedish blocks to stand beside hers: to read and to point at, nothing to press. No
 * field, script or picture twice, no id twice, no heading twice in the list of headings.
 */

/** A block with any of these is a tool, not a text. */
const tools = 'form,fieldset,input,select,textarea,[data-app],[data-wake]'
const leftOut =
  'svg,button,script,style,audio,video,[data-scripted],.unscripted,.back,.front,[aria-hidden=true]'

/** Elements that become a plain one; what they were stays as a class, for the look. */
const plain: Record<string, string> = {
  A: 'span',
  H1: 'p',
  H2: 'p',
  H3: 'p',
  SECTION: 'div',
  DETAILS: 'div',
  SUMMARY: 'p',
}

/** Swedish blocks, set apart; nothing if they are a tool or have no text. */
export function copyOf(blocks: Element[]): HTMLElement | undefined {
  const beside = document.createElement('div')
  beside.className = 'beside'
  beside.lang = 'sv'
  beside.dir = 'ltr'
  for (const block of blocks)
    if (!block.matches(tools) && !block.querySelector(tools))
      beside.append(document.importNode(block, true))
  for (const one of beside.querySelectorAll(leftOut)) one.remove()
  for (const one of beside.querySelectorAll('*')) clean(one)
  const first = beside.firstElementChild?.className
  if (first) beside.classList.add(`of-${first.split(' ').pop()}`)
  return beside.textContent?.trim() ? beside : undefined
}

function clean(one: Element): void {
  // A list without marks says that it is a list.
  for (const { name, value } of [...one.attributes])
    if (!/^(class|lang|dir|translate)$/.test(name) && value !== 'list') one.removeAttribute(name)
  const name = plain[one.tagName]
  if (!name) return
  const other = document.createElement(name)
  for (const { name, value } of one.attributes) other.setAttribute(name, value)
  other.classList.add(`was-${one.tagName.toLowerCase()}`)
  other.append(...one.childNodes)
  one.replaceWith(other)
}
