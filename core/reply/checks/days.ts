import type { FactContext } from '../../facts/fact.ts'
import { datesIn } from '../../facts/read/date.ts'
import { dayAfter } from '../../facts/read/day.ts'
import { hintsIn } from '../../facts/words/hints.ts'
import { wholeWords } from '../../facts/words/pattern.ts'
import { zoneOffset } from '../../hours/zone-offset.ts'

/** `timeZone` (IANA) is where days begin and end for who writes; UTC where it is not said, or unknown. */
export type DayContext = FactContext & { timeZone?: string }

/**
 * The days that a sentence names for something, first and last (`YYYY-MM-DD` of the writer's zone): a day, or a time within
 * which. `named` are those that stand there.
 */
export type Days = { from: string; to: string; named: readonly string[] }

const until = wholeWords(
  'by|before|until|till|within|no later than|at the latest|bis|innerhalb|binnen|spätestens|avant|sous|jusqu\\p{L}*|dans|antes|hasta|plazo|within the next',
)
const today = wholeWords("today|tonight|heute|aujourd['’]hui|ce soir|hoy|esta tarde")
const dayAfterTomorrow = wholeWords('day after tomorrow|übermorgen|après-demain|pasado mañana')
const tomorrow = wholeWords('tomorrow|(?<!guten )morgen|demain|(?<!(?:por|de) la |esta )mañana')
/** Which week these mean is another thing to everybody. */
const unclear = wholeWords(
  'next|last|nächste[nrm]?|kommende[nrm]?|letzte[nrm]?|prochaine?|dernier|próximo|pasado|que viene',
)
const weekdays = [
  'sundays?|sonntags?|dimanche|domingo',
  'mondays?|montags?|lundi|lunes',
  'tuesdays?|dienstags?|mardi|martes',
  'wednesdays?|mittwochs?|mercredi|miércoles',
  'thursdays?|donnerstags?|jeudi|jueves',
  'fridays?|freitags?|vendredi|viernes',
  'saturdays?|samstags?|sonnabends?|samedi|sábado',
].map(wholeWords)

const counted =
  /(\d{1,3})(?:\s*(?:-|–|to|bis|à|a)\s*(\d{1,3}))?[\s-]*(business|working|werk|arbeits)?[\s-]*(hours?|stunden?|heures?|horas?|days?|tagen?|jours?|días?|weeks?|wochen?|semaines?|semanas?)(?![\p{L}])(?:\s+(ouvrés?|ouvrables?|hábiles|laborables))?/giu

/**
 * The days that a sentence names; undefined where it names none, or none that can be told for sure. A time within which
 * something happens begins with the day of writing. Working days are Monday to Friday.
 */
export function daysIn(sentence: string, context: DayContext): Days | undefined {
  const writtenAt = shownAt(context)
  const written = writtenAt.slice(0, 10)
  const named = [
    ...datesIn(sentence, { ...context, writtenAt }, hintsIn(sentence)).flatMap(({ value }) =>
      /^\d{4}-/.test(value) ? [value] : [],
    ),
    ...relativeDays(sentence, writtenAt),
    ...namedWeekdays(sentence, written),
  ].sort()
  const within = [...sentence.matchAll(counted)].map(match => lastOf(match, writtenAt)).sort()
  const to = [...named, ...within].sort().at(-1)
  const from = named[0]
  if (to === undefined) return undefined
  const isOpen = within.length > 0 || from === undefined || (named.length === 1 && sentence.search(until) >= 0)
  return { from: isOpen ? least(written, to) : from, to, named }
}

/** What clocks show there at the time of writing, written as if it were UTC: days are counted by what clocks show. */
function shownAt({ writtenAt, timeZone }: DayContext): string {
  const at = Date.parse(writtenAt)
  return timeZone === undefined ? writtenAt : new Date(at + (zoneOffset(at, timeZone) ?? 0)).toISOString()
}

const least = (a: string, b: string): string => (a < b ? a : b)

function relativeDays(sentence: string, writtenAt: string): string[] {
  const isOver = sentence.search(dayAfterTomorrow) >= 0
  return [
    ...(sentence.search(today) >= 0 ? [writtenAt.slice(0, 10)] : []),
    ...(isOver ? [dayAfter(writtenAt, 2)] : []),
    ...(!isOver && sentence.search(tomorrow) >= 0 ? [dayAfter(writtenAt, 1)] : []),
  ]
}

/** The first such day from the day of writing on. */
function namedWeekdays(sentence: string, written: string): string[] {
  if (sentence.search(unclear) >= 0) return []
  const day = weekdayOf(written)
  return weekdays.flatMap((pattern, weekday) =>
    sentence.search(pattern) < 0 ? [] : [dayAfter(`${written}T00:00:00.000Z`, (weekday - day + 7) % 7)],
  )
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay()

function lastOf(match: RegExpMatchArray, writtenAt: string): string {
  const [, first = '', last = first, before, unit = '', behind] = match
  const count = Number(last)
  if (/^(?:h|st)/iu.test(unit)) return new Date(Date.parse(writtenAt) + count * 3_600_000).toISOString().slice(0, 10)
  if (/^(?:w|s)/iu.test(unit)) return dayAfter(writtenAt, count * 7)
  return before === undefined && behind === undefined ? dayAfter(writtenAt, count) : afterWorkingDays(writtenAt, count)
}

function afterWorkingDays(writtenAt: string, count: number): string {
  let [day, left] = [writtenAt.slice(0, 10), Math.min(count, 100)]
  while (left > 0) {
    day = dayAfter(`${day}T00:00:00.000Z`, 1)
    if (weekdayOf(day) % 6 !== 0) left -= 1
  }
  return day
}

const clock =
  /(?<![\d:.,])(?:([01]?\d|2[0-3])(?::|h)([0-5]\d)(?:\s*(am|pm|a\.m\.|p\.m\.|uhr))?|(\d{1,2})(?:\.([0-5]\d))?\s*(am|pm|a\.m\.|p\.m\.|uhr|h|o['’]clock))(?![\p{L}\d])/giu

/** The times of day that a sentence names, as `HH:MM`. Without am or pm a time is what a clock of 24 hours shows. */
export const timesIn = (sentence: string): string[] =>
  [...sentence.matchAll(clock)].map(([, hour, minute, half, plainHour, plainMinute, plainHalf]) =>
    timeOf(Number(hour ?? plainHour), minute ?? plainMinute ?? '00', half ?? plainHalf ?? ''),
  )

function timeOf(hour: number, minute: string, half: string): string {
  const isAfternoon = /^p/iu.test(half) && hour < 12
  const isNight = /^a/iu.test(half) && hour === 12
  return `${String(isNight ? 0 : isAfternoon ? hour + 12 : hour).padStart(2, '0')}:${minute}`
}
