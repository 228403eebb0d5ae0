import * as z from 'zod'
import {
  type Interval,
  intervalsSchema,
  openMinutes,
  overlapIn,
  type Weekly,
  weekdays,
  weeklySchema,
} from './weekly.ts'
import { isTimeZone } from './zone-offset.ts'

const dateSchema = z.iso.date().refine(date => date >= '1990-01-01' && date < '2200-01-01', 'is out of bounds')

const holidaySchema = z.object({
  date: dateSchema,
  name: z.string().min(1).max(128).optional(),
  /** When it is open on that day after all; closed, when not given. */
  intervals: intervalsSchema.optional(),
})
export type Holiday = z.infer<typeof holidaySchema>

/** The fields of hours, without what has to hold between them. */
export const hoursShape = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -'),
  name: z.string().min(1).max(128),
  timeZone: z.string().min(1).max(64).refine(isTimeZone, 'is no IANA time zone; write one like Europe/London'),
  weekly: weeklySchema,
  holidays: z.array(holidaySchema).max(400),
})
export type Hours = z.infer<typeof hoursShape>

/**
 * When people work: each week, in the local time of a zone, and the days on which it is otherwise. It is open at every
 * instant at which a clock on the wall there shows a time within an interval: an hour that clocks skip is no time, one
 * that they repeat counts twice. A holiday decides its whole date, also over what the night before carries into it.
 */
export const hoursSchema = hoursShape.superRefine((hours, context) => {
  for (const refusal of refusalsOf(hours)) context.addIssue({ code: 'custom', ...refusal })
})

type Refusal = { path: string[]; message: string }

/** What cannot be worked by, though each field is well-formed. */
export function refusalsOf({ weekly, holidays }: Pick<Hours, 'weekly' | 'holidays'>): Refusal[] {
  const overlap = overlapIn(weekly)
  if (overlap !== undefined) return [{ path: ['weekly', overlap], message: 'begins before another interval has ended' }]
  if (openMinutes(weekly) < 60) return [{ path: ['weekly'], message: 'is open for less than an hour a week' }]
  if (new Set(holidays.map(({ date }) => date)).size < holidays.length)
    return [{ path: ['holidays'], message: 'name a date twice' }]
  if (closedForAYear(weekly, holidays)) return [{ path: ['holidays'], message: 'leave it closed for a whole year' }]
  return []
}

const dayMs = 86_400_000

/** The days since 1970 of a date; their weekday, Monday 0. */
export const dayNumber = (date: string): number => Date.parse(date) / dayMs
export const weekdayOf = (day: number): (typeof weekdays)[number] => weekdays[(day + 3) % 7] ?? 'monday'

function closedForAYear(weekly: Weekly, holidays: readonly Holiday[]): boolean {
  const special = new Map(holidays.map(({ date, intervals = [] }) => [dayNumber(date), intervals]))
  const isClosed = (day: number) => (special.get(day) ?? weekly[weekdayOf(day)]).length === 0
  return [...special.keys()].some(first => everyDay(first, isClosed))
}

const everyDay = (first: number, holds: (day: number) => boolean): boolean => {
  for (let day = first; day < first + 365; day++) if (!holds(day)) return false
  return true
}

const wholeDay: Interval[] = [['00:00', '24:00']]

/** Around the clock: what holds where nobody configured hours. */
export const always: Hours = {
  v: 1,
  id: 'always',
  name: 'Always',
  timeZone: 'Etc/UTC',
  weekly: weeklySchema.parse(Object.fromEntries(weekdays.map(weekday => [weekday, wholeDay]))),
  holidays: [],
}
