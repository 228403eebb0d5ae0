import * as z from 'zod'

/** Monday first, as ISO 8601 counts them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

const opensSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'write a time like 09:00')
const closesSchema = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'write a time like 17:30, at most 24:00')

/** From the first time up to the second, which no longer belongs to it. A second below the first is of the next day. */
const intervalSchema = z
  .tuple([opensSchema, closesSchema])
  .refine(([opens, closes]) => opens !== closes, 'opens and closes at the same time; a whole day is 00:00 to 24:00')
export type Interval = z.infer<typeof intervalSchema>

export const intervalsSchema = z.array(intervalSchema).max(12)

export const weeklySchema = z.strictObject({
  monday: intervalsSchema.default([]),
  tuesday: intervalsSchema.default([]),
  wednesday: intervalsSchema.default([]),
  thursday: intervalsSchema.default([]),
  friday: intervalsSchema.default([]),
  saturday: intervalsSchema.default([]),
  sunday: intervalsSchema.default([]),
})
export type Weekly = z.infer<typeof weeklySchema>

/** Minutes of a day on which an interval lies, counted from its midnight; beyond 1440 they are of the next day. */
export type Minutes = { from: number; to: number }

export const dayMinutes = 1440
const weekMinutes = 7 * dayMinutes

export function minutesOf([opens, closes]: Interval): Minutes {
  const [from, to] = [minuteOf(opens), minuteOf(closes)]
  return { from, to: to > from ? to : to + dayMinutes }
}

const minuteOf = (face: string): number => Number(face.slice(0, 2)) * 60 + Number(face.slice(3))

/** How long a usual week is open. */
export const openMinutes = (weekly: Weekly): number =>
  weekdays.flatMap(weekday => weekly[weekday].map(minutesOf)).reduce((total, { from, to }) => total + to - from, 0)

/** A weekday with an interval that begins before another has ended, if there is one; Sunday's may reach into Monday. */
export function overlapIn(weekly: Weekly): Weekday | undefined {
  const all = weekdays
    .flatMap((weekday, at) =>
      weekly[weekday].map(minutesOf).map(({ from, to }) => ({
        weekday,
        from: from + at * dayMinutes,
        to: to + at * dayMinutes,
      })),
    )
    .sort((one, other) => one.from - other.from)
  const [first] = all
  if (first === undefined) return undefined
  const round = [...all, { ...first, from: first.from + weekMinutes }]
  return round.find(({ from }, at) => from < (round[at - 1]?.to ?? 0))?.weekday
}
