/** The codes on paper, read back as a camera would: on sheets for waiting rooms, and of the recovery key. */
import { expect, test, type Page } from '@playwright/test'
import jsQR from 'jsqr'

import { recoveryPage } from '../../server/recovery-page.ts'
import { qrSvg } from '../../src/paper/qr.ts'

/** What a scanner reads in a drawing; null where it finds no code. */
async function scanned(page: Page, svg: string): Promise<string | null> {
  const pixels = await page.evaluate(async (drawing) => {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`
    image.width = image.height = 400
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 400
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0, 400, 400)
    return Array.from(context?.getImageData(0, 0, 400, 400).data ?? [])
  }, svg)
  return jsQR(Uint8ClampedArray.from(pixels), 400, 400)?.data ?? null
}

test('a code on a sheet leads where the address beside it says, and a broken one is seen', async ({
  page,
}) => {
  const address = 'https://rvc.example.se/sv/nu/'
  const code = qrSvg(address)
  expect(await scanned(page, code)).toBe(address)
  expect(await scanned(page, code.replace(/<path[^>]*>/, ''))).toBeNull()
})

test('the code of the recovery key holds the whole key', async ({ page }) => {
  const identity = `AGE-SECRET-KEY-PQ-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)}`
  const [svg = ''] = /<svg.*?<\/svg>/s.exec(recoveryPage(identity, '2026-11-26')) ?? []
  expect(await scanned(page, svg)).toBe(identity)
})
