import { dayNumber, type Hours, weekdayOf } from './hours.ts'
import { dayMinutes, type Interval, type Minutes, minutesOf, openMinutes } from './weekly.ts'
import { dayMs, stretchesOf } from './zone-day.ts'

/** Epoch milliseconds, the second not included. */
export type Span = { from: number; to: number }

const minuteMs = 60_000

/** The parts of a time that are open, in order, none empty; two may touch. */
export function* openSpans(hours: Hours, from: number, to: number): Generator<Span> {
  if (isAlways(hours)) {
    if (from < to) yield { from, to }
    return
  }
  for (let day = Math.floor(from / dayMs); day * dayMs < to; day++) {
    for (const span of spansOfDay(hours, day)) {
      const part = { from: Math.max(span.from, from), to: Math.min(span.to, to) }
      if (part.from < part.to) yield part
    }
  }
}

const isAlways = ({ weekly, holidays }: Hours): boolean =>
  holidays.length === 0 && openMinutes(weekly) === 7 * dayMinutes

/** What is open within a day of UTC: in each stretch, the faces that a clock on the wall shows, and those that are open. */
const spansOfDay = (hours: Hours, day: number): Span[] =>
  stretchesOf(day, hours.timeZone).flatMap(({ from, to, offset }) => {
    const [first, last] = [from + offset, to + offset - 1].map(face => Math.floor(face / dayMs))
    return facesOfDates(hours, first ?? day, last ?? day).flatMap(face => {
      const span = { from: Math.max(face.from - offset, from), to: Math.min(face.to - offset, to) }
      return span.from < span.to ? [span] : []
    })
  })

function facesOfDates(hours: Hours, first: number, last: number): Span[] {
  const dates = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return dates.flatMap(date =>
    minutesOfDate(hours, date).map(({ from, to }) => ({
      from: date * dayMs + from * minuteMs,
      to: date * dayMs + to * minuteMs,
    })),
  )
}

/** The open minutes of a date, within its 1440, in order and without overlap. */
function minutesOfDate(hours: Hours, date: number): Minutes[] {
  const own = intervalsOf(hours, date).map(minutesOf)
  const carried = holidayIntervals(hours, date) === undefined ? intervalsOf(hours, date - 1).map(minutesOf) : []
  const all = [
    ...carried.filter(({ to }) => to > dayMinutes).map(({ to }) => ({ from: 0, to: to - dayMinutes })),
    ...own.map(({ from, to }) => ({ from, to: Math.min(to, dayMinutes) })),
  ]
  return joined(all.sort((one, other) => one.from - other.from))
}

/** Sorted by where they begin; those that touch become one. */
function joined(sorted: Minutes[]): Minutes[] {
  const done: Minutes[] = []
  for (const { from, to } of sorted) {
    const last = done.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else done.push({ from, to })
  }
  return done
}

const intervalsOf = (hours: Hours, date: number): Interval[] =>
  holidayIntervals(hours, date) ?? hours.weekly[weekdayOf(date)]

/** Holidays by date, made once for the same hours. */
const holidays = new WeakMap<Hours, Map<number, Interval[]>>()

function holidayIntervals(hours: Hours, date: number): Interval[] | undefined {
  const known =
    holidays.get(hours) ?? new Map(hours.holidays.map(holiday => [dayNumber(holiday.date), holiday.intervals ?? []]))
  holidays.set(hours, known)
  return known.get(date)
}
