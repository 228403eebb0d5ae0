import { isSupportedCountry } from 'libphonenumber-js/max'
import { isTimeZone } from '../hours/zone-offset.ts'
import { sourceSchema } from '../source/source.ts'
import { pageSchema } from './page.ts'

export const sourceIdSchema = sourceSchema.shape.id

/** A source as it is configured; its id is in the path. */
export const sourceInputSchema = sourceSchema
  .omit({ v: true, id: true })
  .extend({
    defaultRegion: sourceSchema.shape.defaultRegion.refine(isSupportedCountry, 'is no country of ISO 3166-1'),
    timeZone: sourceSchema.shape.timeZone.refine(isTimeZone, 'is no IANA time zone; write one like Europe/London'),
  })
  .meta({ id: 'SourceSettings' })

export const shownSourceSchema = sourceSchema.omit({ v: true }).meta({ id: 'Source' })

export const sourcesSchema = pageSchema(shownSourceSchema).meta({ id: 'Sources' })
