import type { Country, Language, Settings } from './options.ts'

export const hour = 3_600_000
export const day = 24 * hour

/** How much happens in each hour of a day, UTC, and on each day from Sunday. */
const byHour = [2, 1, 1, 1, 1, 2, 5, 12, 24, 34, 38, 36, 30, 31, 34, 33, 30, 27, 24, 22, 19, 14, 8, 4]
const byWeekday = [45, 110, 104, 100, 98, 92, 58]

/**
 * Turns the share of all matters opened so far (0 to 1) into a time of the world: busy mornings, quiet nights and
 * Sundays. The last part of the time is left for what follows from the matters.
 */
export function openingTimes(settings: Settings): { at: (share: number) => number; end: number; tail: number } {
  const start = Date.parse(settings.start)
  const end = start + settings.days * day
  const tail = Math.min(5 * day, (settings.days * day) / 4)
  const hours = Math.max(1, Math.ceil((end - tail - start) / hour))
  const sums = new Float64Array(hours + 1)
  for (let at = 0; at < hours; at++) {
    const date = new Date(start + at * hour)
    sums[at + 1] = (sums[at] ?? 0) + (byHour[date.getUTCHours()] ?? 1) * (byWeekday[date.getUTCDay()] ?? 100)
  }
  const width = (end - tail - start) / hours
  return { end, tail, at: share => Math.floor(start + placeOf(sums, share * (sums[hours] ?? 1)) * width) }
}

/** Where `sum` is reached in growing sums, as a position with its fraction. */
function placeOf(sums: Float64Array, sum: number): number {
  let [low, high] = [0, sums.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) <= sum) low = middle
    else high = middle
  }
  const [from, to] = [sums[low] ?? 0, sums[high] ?? 1]
  return low + (sum - from) / (to - from || 1)
}

export const iso = (at: number): string => new Date(at).toISOString()

const offsets: Record<Country, number> = { GB: 0, DE: 1, US: -5, FR: 1, ES: 1 }
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (value: number): string => `${value}`.padStart(2, '0')

const clock = (date: Date): string => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`

/** A date of RFC 5322 section 3.3 on somebody's clock (standard time all year; the instant is exact). */
export function mailDate(at: number, country: Country): string {
  const offset = offsets[country]
  const date = new Date(at + offset * hour)
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset))}00`
  const day = `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${english[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${day} ${clock(date)}:${two(date.getUTCSeconds())} ${zone}`
}

/** `Mon, 02 Mar 2026 09:15:00 +0000`, the form Twilio documents as RFC 2822. */
export const twilioDate = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** `Mon Mar 02 09:15:00 +0000 2026`, as X writes created_at. */
export function xDate(at: number): string {
  const date = new Date(at)
  const day = `${weekdays[date.getUTCDay()]} ${english[date.getUTCMonth()]} ${two(date.getUTCDate())}`
  return `${day} ${clock(date)}:${two(date.getUTCSeconds())} +0000 ${date.getUTCFullYear()}`
}

const monthNames: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}

/** A day as people write it in a sentence: `3 March`, `March 3`, `3. März`, `3 mars`, `3 de marzo`. */
export function spokenDay(at: number, language: Language, country: Country): string {
  const date = new Date(at)
  const [number, month] = [date.getUTCDate(), monthNames[language][date.getUTCMonth()]]
  if (country === 'US') return `${month} ${number}`
  return { en: `${number} ${month}`, de: `${number}. ${month}`, fr: `${number} ${month}`, es: `${number} de ${month}` }[
    language
  ]
}

/** Day and time as a mail client puts them above a quotation. */
export function quoteTime(at: number, language: Language, country: Country): { day: string; time: string } {
  const date = new Date(at + offsets[country] * hour)
  const [number, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()]
  const dotted = `${two(number)}.${two(month + 1)}.${year}`
  const english3 = `${weekdays[date.getUTCDay()]}, ${number} ${english[month]} ${year}`
  const spelled = `${number} ${monthNames[language][month]} ${year}`
  return { day: { en: english3, de: dotted, fr: spelled, es: spelled }[language], time: clock(date) }
}
