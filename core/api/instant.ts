import * as z from 'zod'

/** A time with offset, or a day, which begins at midnight UTC; read as an instant in UTC with milliseconds. */
export const sinceSchema = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform(text => new Date(text).toISOString())

/** A time with offset, or a day, which lasts to its end in UTC. */
export const untilSchema = z.union([
  z.iso.datetime({ offset: true }).transform(text => new Date(text).toISOString()),
  z.iso.date().transform(day => `${day}T23:59:59.999Z`),
])
