/** Swedish public holidays and the eves on which offices are closed: days when people are at home. */

/** @param date ISO date @returns the name of the day, or undefined */
export function holidayOn(date: string): string | undefined {
  const year = Number(date.slice(0, 4))
  const easter = easterOf(year)
  const fixed: Record<string, string> = {
    '01-01': 'nyårsdagen',
    '01-05': 'trettondagsafton',
    '01-06': 'trettondagen',
    '05-01': 'första maj',
    '06-06': 'nationaldagen',
    '12-24': 'julafton',
    '12-25': 'juldagen',
    '12-26': 'annandag jul',
    '12-31': 'nyårsafton',
  }
  const moving: Record<string, string> = {
    [plus(easter, -2)]: 'långfredagen',
    [plus(easter, -1)]: 'påskafton',
    [easter]: 'påskdagen',
    [plus(easter, 1)]: 'annandag påsk',
    [plus(easter, 39)]: 'Kristi himmelsfärdsdag',
    [plus(easter, 49)]: 'pingstdagen',
    [saturdayFrom(`${year}-06-20`)]: 'midsommardagen',
    [plus(saturdayFrom(`${year}-06-20`), -1)]: 'midsommarafton',
    [saturdayFrom(`${year}-10-31`)]: 'alla helgons dag',
  }
  return fixed[date.slice(5)] ?? moving[date]
}

/** Easter Sunday of a year (the Gregorian computus of Meeus, Jones and Butcher), ISO date. */
function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const saturdayFrom = (date: string) => plus(date, 6 - new Date(`${date}T12:00:00Z`).getUTCDay())
