import * as z from 'zod'
import { isTimeZone } from '../hours/zone-offset.ts'

export const zoneSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, 'is no IANA time zone; write one like Europe/London')

const generationSchema = z.object({ number: z.int().min(1), zone: zoneSchema })
export type Generation = z.infer<typeof generationSchema>

/**
 * By what reports are kept. `current` is the generation of vectors and cells that reports read, `building` one that is
 * made anew beside it, in another zone or by other rules; both follow what happens. A day is one of the generation's zone.
 */
export const reportSettingsSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  current: generationSchema,
  building: generationSchema.optional(),
})
export type ReportSettings = z.infer<typeof reportSettingsSchema>

/** What holds until an operator says otherwise. */
export const defaultReportSettings: ReportSettings = { v: 1, version: 1, current: { number: 1, zone: 'Etc/UTC' } }

/** All generations that follow what happens. */
export const following = ({ current, building }: ReportSettings): Generation[] =>
  building === undefined ? [current] : [current, building]
