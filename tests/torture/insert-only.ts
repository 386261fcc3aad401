/** The least a server can do with a request: takes the body and inserts as many bytes. To compare with. */
import { createServer } from 'node:http'
import { join } from 'node:path'

import { wordsSize } from '../../src/contact/envelope.ts'
import { openSqlite } from '../../server/sqlite.ts'

const database = openSqlite(join(process.env['DATA_DIR'] ?? '', 'insert-only.sqlite'))
await database.batch([['CREATE TABLE row (loc BLOB PRIMARY KEY, card BLOB, words BLOB) STRICT']])
const card = new Uint8Array(6000)
const words = new Uint8Array(wordsSize)

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const loc = crypto.getRandomValues(new Uint8Array(32))
    const done = database.batch([['INSERT INTO row VALUES (?, ?, ?)', loc, card, words]])
    void done.then(() => response.writeHead(204).end())
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
