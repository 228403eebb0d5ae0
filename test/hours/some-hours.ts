import fc from 'fast-check'
import { type Hours, hoursSchema } from '../../core/hours/hours.ts'
import { weekdays } from '../../core/hours/weekly.ts'

/** Zones whose clocks change in every way that there is, and an instant near a change (the first without one). */
export const changes = [
  ['Asia/Kathmandu', '2026-03-01T00:00:00.000Z'],
  ['Europe/London', '2026-03-29T01:00:00.000Z'],
  ['Europe/London', '2026-10-25T01:00:00.000Z'],
  ['America/New_York', '2026-11-01T06:00:00.000Z'],
  /** By half an hour. */
  ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
  /** By two hours. */
  ['Antarctica/Troll', '2026-03-29T01:00:00.000Z'],
  /** At midnight: the day begins at 01:00, or its last hour comes twice. */
  ['America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00.000Z'],
  ['Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ['Africa/Cairo', '2026-10-29T21:00:00.000Z'],
  /** Midnight UTC itself. */
  ['Atlantic/Azores', '2021-03-28T01:00:00.000Z'],
  /** A date that never was. */
  ['Pacific/Apia', '2011-12-30T10:00:00.000Z'],
] as const

const minuteMs = 60_000
export const dayMs = 1440 * minuteMs

/** A zone and an instant within three days of a change there. */
export const placeAndTime = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * 1440, max: 3 * 1440 }))
  .map(([[timeZone, change], minutes]) => ({ timeZone, at: Date.parse(change) + minutes * minuteMs }))

const face = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

/** In order; the last may reach into the next day, until that time. */
const intervalsUntil = (morning: string) =>
  fc.tuple(fc.uniqueArray(face, { maxLength: 4 }), fc.boolean()).map(([faces, overnight]) => {
    const sorted = faces.sort()
    const pairs = sorted.flatMap((opens, at): [string, string][] => {
      const closes = sorted[at + 1]
      return at % 2 === 0 && closes !== undefined ? [[opens, closes]] : []
    })
    const last = sorted.at(-1)
    return overnight && sorted.length % 2 === 1 && last !== undefined && last > morning
      ? [...pairs, [last, morning] satisfies [string, string]]
      : pairs
  })

/** Of a holiday, they may reach over what the next day has. */
const special = intervalsUntil('11:00')
const intervals = intervalsUntil('03:00')

const weekly = fc.record(Object.fromEntries(weekdays.map(day => [day, intervals])))

/** Hours of that zone, with holidays within four days of that time. */
export const hoursNear = (timeZone: string, at: number): fc.Arbitrary<Hours> =>
  fc
    .record({
      weekly,
      holidays: fc.uniqueArray(
        fc.record({ date: fc.integer({ min: -4, max: 4 }).map(days => dateOf(at + days * dayMs)), intervals: special }),
        { maxLength: 4, selector: ({ date }) => date },
      ),
    })
    .map(parts => hoursSchema.safeParse({ v: 1, id: 'random', name: 'Random', timeZone, ...parts }))
    .filter(({ success }) => success)
    .map(({ data }) => hoursSchema.parse(data))

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Hours with instants around a change of clocks, in order. */
export const situation = (instants: number, withinMinutes: number) =>
  placeAndTime.chain(({ timeZone, at }) =>
    fc.tuple(
      hoursNear(timeZone, at),
      fc
        .array(fc.integer({ min: 0, max: withinMinutes * minuteMs }), { minLength: instants, maxLength: instants })
        .map(later => later.sort((one, other) => one - other).map(ms => new Date(at + ms).toISOString())),
    ),
  )

/** By the definition: what a clock on the wall shows, and whether that lies in an interval of its date. */
export function openByTheWall(hours: Hours, at: number): boolean {
  const [date = '', time = ''] = wall(hours.timeZone).format(at).split(/, | /)
  const day = Date.parse(date)
  const intervalsOn = (ms: number) => {
    const holiday = hours.holidays.find(known => known.date === dateOf(ms))
    const weekday = weekdays[(new Date(ms).getUTCDay() + 6) % 7] ?? 'monday'
    return { holiday, intervals: holiday ? (holiday.intervals ?? []) : hours.weekly[weekday] }
  }
  const today = intervalsOn(day)
  const within = today.intervals.some(([from, to]) => time >= from && (time < to || to < from))
  const carried = intervalsOn(day - dayMs).intervals.some(([from, to]) => to < from && time < to)
  return within || (carried && today.holiday === undefined)
}

const walls = new Map<string, Intl.DateTimeFormat>()

function wall(timeZone: string): Intl.DateTimeFormat {
  const known =
    walls.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  walls.set(timeZone, known)
  return known
}
