/**
 * Films that staff put in: RVC's own in `content/film/own/`, a page in sign language in
 * `content/sign/`. A file and, beside it, captions: `<name>.mp4`, `<name>.sv.vtt`.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a film or its captions, as it lies in `content/`. */
export interface Clip {
  /** `film/own/om-oss.mp4` */
  file: string
  bytes: number
}

/** The largest file that Cloudflare Workers takes. */
export const mostBytes = 25 * 1024 * 1024

const folders = ['film/own', 'sign']

/** Every file in the two folders; none if the folder is not there. */
export const clipsIn = (root: string): Clip[] =>
  folders.flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map(({ parentPath, name }) => {
            const path = join(parentPath, name)
            const file = path.slice(join(root, '/').length).replaceAll('\\', '/')
            return { file, bytes: statSync(path).size }
          })
      : [],
  )

const isFilm = /\.(mp4|webm)$/

/** RVC's own films: their names, in order. */
export const ownFilms = (clips: Clip[]): Clip[] =>
  clips
    .filter(({ file }) => file.startsWith('film/own/') && isFilm.test(file))
    .sort((a, b) => a.file.localeCompare(b.file, 'sv'))

/** The page in sign language, if there is one. */
export const signFilm = (clips: Clip[], page: string): Clip | undefined =>
  clips.find(({ file }) => isFilm.test(file) && file.replace(isFilm, '') === `sign/${page}`)

/** Where a film is served; the page's public address stands for its id, which may tell something. */
export function clipPath({ file }: Clip, addresses: Record<string, string>): string {
  if (file.startsWith('film/own/')) return `/media/${file.slice('film/own/'.length)}`
  const [, id = '', ending = ''] = /^sign\/(.*)\.(\w+)$/.exec(file) ?? []
  return `/media/sidor/${addresses[id] || 'start'}.${ending}`
}
