/** Reads bodies: of the right kind, of bounded size, from our own pages only. */
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod/mini'

import { largestBody } from '../src/contact/wire.ts'

/**
 * Refuses what another site makes a browser send (403). `Sec-Fetch-Site` is asked first: it cannot
 * be forged by a page, while an Origin may be missing.
 */
export const sameSite: MiddlewareHandler = async (c, next) => {
  const from = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreign = from
    ? from !== 'same-origin'
    : origin !== undefined && hostOf(origin) !== new URL(c.req.url).host
  if (foreign) throw new HTTPException(403)
  await next()
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/**
 * Reads a JSON body to its end, to be parsed later. A body may come slowly: whether its sender may do
 * what it asks is to be looked at only when all of it is here.
 * @throws HTTPException 411, 413, 415
 */
export const received = (c: Context) => textOf(c, 'application/json')

/** @throws HTTPException 411 without a length, 413 beyond the limit, 415 of another type */
async function textOf(c: Context, type: string): Promise<string> {
  const [given = ''] = (c.req.header('content-type') ?? '').split(';')
  if (given.trim().toLowerCase() !== type) throw new HTTPException(415)
  const length = c.req.header('content-length')
  if (length === undefined || !/^\d+$/.test(length)) throw new HTTPException(411)
  if (Number(length) > largestBody) throw new HTTPException(413)
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength > largestBody) throw new HTTPException(413)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HTTPException(400)
  }
}

/** @throws HTTPException 400 if it is not JSON of this form; else as `textOf` */
export async function jsonOf<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T> {
  const text = await textOf(c, 'application/json')
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new HTTPException(400)
  }
}

/** Fields of a plain form. @throws as `textOf` */
export const formOf = async (c: Context) =>
  new URLSearchParams(await textOf(c, 'application/x-www-form-urlencoded'))
