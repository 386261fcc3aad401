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

/** `film/own/om-oss.mp4` → `film/own/om-oss`; so too its captions, `film/own/om-oss.sv.vtt`. */
const stem = (file: string) => file.replace(/(?:\.\w+)?\.\w+$/, '')

/** All films and captions, and the public addresses of the pages. */
interface Shelf {
  clips: Clip[]
  addresses: Record<string, string>
}

/**
 * Where a film or its captions are served. A name that staff chose may tell something to who sees the
 * address: a film has its number instead, and a page its public address.
 */
export function clipPath({ file }: Pick<Clip, 'file'>, { clips, addresses }: Shelf): string {
  const [name, ending] = [stem(file), file.slice(stem(file).length)]
  if (name.startsWith('sign/'))
    return `/media/sidor/${addresses[name.slice('sign/'.length)] || 'start'}${ending}`
  const number = ownFilms(clips).findIndex((film) => stem(film.file) === name) + 1
  return `/media/film-${number}${ending}`
}

/** The captions of one of RVC's own films, by language. */
export const captionsOf = ({ file }: Clip, clips: Clip[], language: string): Clip | undefined =>
  clips.find((other) => other.file === `${stem(file)}.${language}.vtt`)
