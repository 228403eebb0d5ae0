import { StartError } from '../../start-error.ts'

/** A field of a cron expression: its bounds, and names that stand for its numbers from the least on. */
export type CronField = { name: string; least: number; most: number; names?: readonly string[] }

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

export const minuteField: CronField = { name: 'minutes', least: 0, most: 59 }
export const hourField: CronField = { name: 'hours', least: 0, most: 23 }
export const dayField: CronField = { name: 'day-of-month', least: 1, most: 31 }
export const monthField: CronField = { name: 'month', least: 1, most: 12, names: monthNames }
/** Sunday is 1. */
export const weekdayField: CronField = { name: 'day-of-week', least: 1, most: 7, names: dayNames }
export const yearField: CronField = { name: 'year', least: 1970, most: 2199 }

/** The numbers that a field of `,` `-` `*` and `/` stands for. Throws `StartError` for anything else. */
export const valuesOf = (text: string, field: CronField): Set<number> =>
  new Set(text.split(',').flatMap(part => valuesOfPart(part, field)))

function valuesOfPart(part: string, field: CronField): number[] {
  const [, range = '', step = ''] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? []
  const [first = '', last, ...more] = range.split('-')
  const from = first === '*' ? field.least : numberOf(first, field)
  const to = last !== undefined ? numberOf(last, field) : first === '*' || step !== '' ? field.most : from
  if (more.length > 0 || (first === '*' && last !== undefined) || to < from || step === '0') throw refusal(part, field)
  const by = step === '' ? 1 : Number(step)
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, at) => from + at * by)
}

export function numberOf(text: string, field: CronField): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 ? named + field.least : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (value >= field.least && value <= field.most) return value
  throw refusal(text, field)
}

export const refusal = (part: string, { name }: CronField): StartError =>
  new StartError(`${part} is nothing that the field ${name} of a cron expression takes.`)
