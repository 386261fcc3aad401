/** Every drawing of the film by name: 480 × 270, no text in any. `content/film/storyboard.yaml` orders them. */
import { corridor } from './corridor.ts'
import { court } from './court.ts'
import { home } from './home.ts'
import { interview } from './interview.ts'
import { papers } from './papers.ts'
import { phone } from './phone.ts'
import { report } from './report.ts'
import { talk } from './talk.ts'
import { three } from './three.ts'
import { walk } from './walk.ts'
import { window } from './window.ts'
import { women } from './women.ts'

export const drawings = {
  corridor,
  court,
  home,
  interview,
  papers,
  phone,
  report,
  talk,
  three,
  walk,
  window,
  women,
}

export type DrawingName = keyof typeof drawings
