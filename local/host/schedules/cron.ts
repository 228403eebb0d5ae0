import { StartError } from '../../start-error.ts'
import { onDay } from './cron-day.ts'
import { hourField, minuteField, monthField, valuesOf, yearField } from './cron-field.ts'

const dayMs = 86_400_000
/** A 29 February may be eight years away. */
const mostDays = 9 * 366

/**
 * The run after an instant, in epoch milliseconds, of a cron expression as EventBridge documents it, in UTC; undefined
 * where none comes: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html
 */
export function cronTimes(expression: string): (after: number) => number | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/)
  if (fields?.length !== 6)
    throw new StartError(
      `${expression} has not the six fields of a schedule: write one like rate(5 minutes) or cron(0 3 * * ? *).`,
    )
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields
  const minutes = inOrder(valuesOf(hour, hourField)).flatMap(h =>
    inOrder(valuesOf(minute, minuteField)).map(m => h * 60 + m),
  )
  const [runsOn, months, years] = [onDay(day, weekday), valuesOf(month, monthField), valuesOf(year, yearField)]
  const onDate = (date: Date) => years.has(date.getUTCFullYear()) && months.has(date.getUTCMonth() + 1) && runsOn(date)
  return after => {
    const today = Math.floor(after / dayMs) * dayMs
    for (let start = today; start < today + mostDays * dayMs; start += dayMs) {
      if (!onDate(new Date(start))) continue
      const next = minutes.map(each => start + each * 60_000).find(time => time > after)
      if (next !== undefined) return next
    }
    return undefined
  }
}

const inOrder = (values: Set<number>): number[] => [...values].sort((one, other) => one - other)
