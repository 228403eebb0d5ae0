import { hoursShape, refusalsOf } from '../hours/hours.ts'
import { pageSchema } from './page.ts'

export const hoursIdSchema = hoursShape.shape.id

/** Hours as they are configured; their id is in the path. A weekday that is not named is closed. */
export const hoursInputSchema = hoursShape
  .omit({ v: true, id: true })
  .extend({ holidays: hoursShape.shape.holidays.default([]) })
  .strict()
  .superRefine((hours, context) => {
    for (const refusal of refusalsOf(hours)) context.addIssue({ code: 'custom', ...refusal })
  })
  .meta({ id: 'HoursSettings' })

export const shownHoursSchema = hoursShape.omit({ v: true }).meta({ id: 'Hours' })
export const hoursListSchema = pageSchema(shownHoursSchema).meta({ id: 'HoursList' })
