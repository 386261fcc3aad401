/**
 * Which part of the Swedish page stands beside which part of hers. Blocks are paired one by one
 * only where both pages have the same kinds in the same order; else a larger part stands beside a
 * larger part. So it never says that two sentences are the same when that is not known.
 */

/** Blocks of her page, in one parent, and the Swedish blocks that say the same. */
export interface Pair {
  own: Element[]
  swedish: Element[]
}

/** What is not shown in itself. */
export const unshown = 'script,style,i:empty'

/** Parts of the frame: they are the same on every page, or already Swedish. */
const frame = `${unshown},.where,.listen,.take,.next,.related,.sources,.two-take,.to-all,.make,.plainly,.area>details`

/** What every page begins with: these belong together whatever the rest is like. */
const first = 'h1,.short'

/** Boxes whose insides are paired; a choice with its picture is one block, and so is a card. */
const boxes = 'section:not(.choice),.choices,article:not(.cards),.area,.way,.knot,.knot>div'

const blocksOf = (parent: Element) => [...parent.children].filter((block) => !block.matches(frame))

const kind = (block: Element) => `${block.tagName}.${block.classList[0] ?? ''}`

const sameKinds = (own: Element[], swedish: Element[]) =>
  own.length === swedish.length &&
  own.every((block, at) => kind(block) === kind(swedish[at] as Element))

/** What begins a part: first boxes and large headings, then small headings. */
const beginnings = [`${boxes},h2`, 'h3']

/** Pairs the blocks of two parents, each as small as is sure. */
export const align = (own: Element, swedish: Element): Pair[] =>
  alignBlocks(blocksOf(own), blocksOf(swedish), 0)

function alignBlocks(own: Element[], swedish: Element[], level: number): Pair[] {
  const [block, other] = [own[0], swedish[0]]
  if (block?.matches(first) && other && kind(block) === kind(other))
    return [...pairsOf(block, other), ...alignBlocks(own.slice(1), swedish.slice(1), level)]
  if (!own.length || !swedish.length) return []
  const [last, words] = [own.at(-1), swedish.at(-1)]
  // The words of the page stand last, after parts of the frame: a list of its own.
  if (last?.matches('.words'))
    return words?.matches('.words')
      ? [...alignBlocks(own.slice(0, -1), swedish.slice(0, -1), level), ...pairsOf(last, words)]
      : alignBlocks(own.slice(0, -1), swedish, level)
  if (sameKinds(own, swedish)) return own.flatMap((one, at) => pairsOf(one, swedish[at] as Element))
  const beginning = beginnings[level]
  if (!beginning) return [{ own, swedish }]
  const [parts, others] = [partsOf(own, beginning), partsOf(swedish, beginning)]
  const same = sameKinds(
    parts.map(([first]) => first as Element),
    others.map(([first]) => first as Element),
  )
  if (parts.length === 1 || !same) return alignBlocks(own, swedish, level + 1)
  return parts.flatMap((part, at) => alignBlocks(part, others[at] as Element[], level + 1))
}

const pairsOf = (own: Element, swedish: Element): Pair[] =>
  own.matches(boxes) ? align(own, swedish) : [{ own: [own], swedish: [swedish] }]

/** Blocks cut before each that begins a part. */
function partsOf(blocks: Element[], beginning: string): Element[][] {
  const parts: Element[][] = []
  for (const block of blocks) {
    const last = parts[parts.length - 1]
    if (!last || block.matches(beginning)) parts.push([block])
    else last.push(block)
  }
  return parts
}
