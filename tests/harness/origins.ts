/**
 * Three sites of different origin on this machine: where she comes from, ours, and where the exit
 * leads. Names below `localhost` resolve to loopback in every browser and count as secure.
 */
const port = Number(process.env['TEST_PORT'] ?? 4380)

export const ports = { site: port, search: port + 1, safe: port + 2 }

export const origins = {
  /** Our built site, served by the real server. */
  site: `http://rvc.localhost:${ports.site}`,
  /** The search engine she comes from: one page with links to us. */
  search: `http://search.localhost:${ports.search}`,
  /** The destination of the exit. `/slow` answers after 5 s, `/dead` breaks the connection. */
  safe: `http://safe.localhost:${ports.safe}`,
}
