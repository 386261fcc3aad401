import { expect, test } from '@playwright/test'

import { tabOf } from '../harness/chromium.ts'
import { useForm } from '../harness/island.ts'
import { origins } from '../harness/origins.ts'
import { watch } from '../harness/site.ts'

test('a reader can use a form on a page that was shown in place, and again when she comes back', async ({
  page,
}) => {
  const { errors } = watch(page)
  const { address, kept } = await useForm(await tabOf(page))
  expect(address).toBe(`${origins.proof}/sv/`)
  expect(kept).toBe('')
  expect(errors).toEqual([])
})
