import { dayField, numberOf, refusal, valuesOf, weekdayField } from './cron-field.ts'

/** A date of UTC: whether a schedule runs on it. */
export type OnDay = (date: Date) => boolean

/**
 * The two fields that choose days. Exactly one is `?`. Day-of-month also takes `L`, the last, and `15W`, the weekday
 * nearest to it within the month; day-of-week `L`, Saturday, `6L`, the last Friday, and `6#3`, the third.
 */
export function onDay(day: string, weekday: string): OnDay {
  if ((day === '?') === (weekday === '?'))
    throw refusal(`${day} … ${weekday}, of which exactly one must be ?,`, dayField)
  return weekday === '?' ? onDayOfMonth(day) : onWeekday(weekday)
}

function onDayOfMonth(text: string): OnDay {
  if (text === 'L') return date => date.getUTCDate() === lastDay(date)
  const [, near] = /^(\d{1,2})W$/.exec(text) ?? []
  if (near !== undefined) {
    const wanted = numberOf(near, dayField)
    return date => date.getUTCDate() === nearestWeekday(date, wanted)
  }
  const days = valuesOf(text, dayField)
  return date => days.has(date.getUTCDate())
}

function onWeekday(text: string): OnDay {
  const [, last] = /^(\w+)L$/.exec(text) ?? []
  if (last !== undefined) {
    const weekday = numberOf(last, weekdayField)
    return date => weekdayOf(date) === weekday && date.getUTCDate() > lastDay(date) - 7
  }
  const [, nth, which] = /^(\w+)#([1-5])$/.exec(text) ?? []
  if (nth !== undefined) {
    const weekday = numberOf(nth, weekdayField)
    return date => weekdayOf(date) === weekday && Math.ceil(date.getUTCDate() / 7) === Number(which)
  }
  const weekdays = text === 'L' ? new Set([weekdayField.most]) : valuesOf(text, weekdayField)
  return date => weekdays.has(weekdayOf(date))
}

const weekdayOf = (date: Date): number => date.getUTCDay() + 1

const lastDay = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

/** None in a month that is too short. */
function nearestWeekday(date: Date, wanted: number): number {
  const last = lastDay(date)
  if (wanted > last) return Number.NaN
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay()
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1
  if (weekday === 0) return wanted === last ? wanted - 2 : wanted + 1
  return wanted
}
