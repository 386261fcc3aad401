/** `node server/check.ts`: everything in `content/` that a writer must mend, in plain Swedish. */
import { check } from '../src/model/check.ts'
import { load } from '../src/model/load.ts'
import { tell } from '../src/model/problem.ts'

/** @returns the number of problems, told on the standard error stream */
export function checkContent(): number {
  const { content, problems } = load()
  const all = problems.length > 0 ? problems : check(content)
  if (all.length > 0)
    console.error(
      `\nTexten behöver rättas på ${all.length} ställen:\n\n${all.map(tell).join('\n\n')}\n`,
    )
  return all.length
}

if (import.meta.main) process.exit(checkContent() > 0 ? 1 : 0)
