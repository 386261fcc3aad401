/** WebVTT, as far as captions of our films need it: written for the rendered film, read for RVC's own. */
import type { Cue } from './timing.ts'

/** A cue as read: times in seconds, lines of the text kept. */
export type Caption = Pick<Cue, 'from' | 'to' | 'text'>

/** A caption file and what stands after the word WEBVTT: the title of the film. */
export interface Captions {
  title: string
  cues: Caption[]
}

/** The captions as a WebVTT file. */
export const writeVtt = (cues: Caption[], title = ''): string =>
  [
    `WEBVTT${title && ` ${title}`}`,
    ...cues.map(({ from, to, text }) => `${stamp(from)} --> ${stamp(to)}\n${escape(text)}`),
    '',
  ].join('\n\n')

/**
 * Reads a WebVTT file; settings, notes, styles and tags within the text are passed by.
 * @throws in Swedish, if it is no WebVTT file or a cue ends before it begins
 */
export function readVtt(file: string): Captions {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const head = /^WEBVTT(?:[ \t]([^\n]*))?(?:\n|$)/.exec(text)
  if (!head) throw new Error('filen börjar inte med ordet WEBVTT')
  const cues = text
    .slice(head[0].length)
    .split(/\n{2,}/)
    .flatMap(cueOf)
  return { title: (head[1] ?? '').trim(), cues }
}

function cueOf(block: string): Caption[] {
  const lines = block.split('\n')
  const at = lines.findIndex((line) => line.includes('-->'))
  if (at < 0 || at > 1) return []
  const [, begin = '', end = ''] = /^\s*(\S+)\s+-->\s+(\S+)/.exec(lines[at] ?? '') ?? []
  const [from, to] = [seconds(begin), seconds(end)]
  if (!(to > from)) throw new Error(`raden «${lines[at]}» har fel tider`)
  const text = lines
    .slice(at + 1)
    .map((line) => unescape(line.replace(/<[^>]*>/g, '')))
    .join('\n')
    .trim()
  return text ? [{ from, to, text }] : []
}

/** `01:02.500` → 62.5; not a number if it is no time. */
function seconds(stamp: string): number {
  const parts = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(stamp)
  if (!parts) return NaN
  const [, hours = '0', minutes = '0', whole = '0', thousandths = '0'] = parts
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${two(ms / 3600000)}:${two((ms / 60000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
}

const escape = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\n{2,}/g, '\n')

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:lrm|rlm);/g, '')
    .replace(/&amp;/g, '&')
