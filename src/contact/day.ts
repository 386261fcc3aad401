/** Days on the calendar, as ISO dates. */

/** Made once: making it is a hundred times the work of asking it. */
const calendar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
})

/** The day in Stockholm. @param ms since 1970 */
export const dayIn = (ms: number) => calendar.format(ms)

/** Whether there is such a day: 2027-02-30 is none, however well it is written. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}
