import { isSupportedCountry } from 'libphonenumber-js/max'
import * as z from 'zod'
import { isTimeZone } from '../hours/zone-offset.ts'
import { heardSchema } from '../source/heard.ts'
import type { ListedSource } from '../source/list-sources.ts'
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
  .strict()
  .meta({ id: 'SourceSettings' })

export const shownSourceSchema = sourceSchema.omit({ v: true }).meta({ id: 'Source' })

const { firstReceivedAt, lastReceivedAt, lagMs, gaps } = heardSchema.shape

/** A source in the list; one that is not configured is there once something came from it. */
const listedSourceSchema = shownSourceSchema
  .extend({
    configured: z.boolean().describe('without it, what stands in for settings is shown'),
    health: z
      .object({
        firstReceivedAt,
        lastReceivedAt: lastReceivedAt.describe('noted once a minute at most'),
        lagMs: lagMs.describe('from taking in to the timeline, the last time that was noted'),
        gaps: gaps.describe('silences of more than a day, newest first'),
      })
      .optional()
      .describe('without it, nothing came yet'),
  })
  .meta({ id: 'ListedSource' })

export const sourcesSchema = pageSchema(listedSourceSchema)
  .extend({ webhooksAt: z.string().describe('the address below which the paths of webhooks lie') })
  .meta({ id: 'Sources' })

export function showListedSource({ v: _v, heard, ...source }: ListedSource): z.input<typeof listedSourceSchema> {
  if (heard === undefined) return source
  const { v: _heardV, id: _id, ...health } = heard
  return { ...source, health }
}
