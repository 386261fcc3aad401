import { existsSync } from 'node:fs'

/** Names a system may have its Chromium under. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The first of some programs that is on the system's path.
 * @returns its path, or `undefined`
 */
export const onPath = (...programs: string[]) =>
  programs
    .flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`))
    .find((file) => existsSync(file))

/** The system's Chromium, if there is one; `CHROMIUM` names another. */
export const systemChromium = () => process.env['CHROMIUM'] ?? onPath(...names)
