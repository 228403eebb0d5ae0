import * as z from 'zod'
import { campaignIdSchema } from '../campaign/campaign.ts'
import { shownGrains } from '../catalogue/ask.ts'
import { bys } from '../catalogue/dimensions.ts'
import { units } from '../catalogue/figure-spec.ts'
import { charts } from '../catalogue/report-spec.ts'
import { topicKinds } from '../catalogue/topic-reads.ts'

const intervalSchema = z.object({ low: z.number(), high: z.number() }).meta({ id: 'ReportInterval' })

/** A figure: without `value` there is nothing to tell it from. Without an interval it is exact. */
const measuredShape = {
  value: z.number().optional().describe('absent where there is nothing to tell it from'),
  n: z.number().describe('how many of what the figure says in `of` it is told from'),
  interval: intervalSchema
    .optional()
    .describe('95 in 100: where the figure lies, were the like seen again; absent: exact'),
}

/**
 * One figure of one value of a dimension in one period. Every report answers in these rows: a series is the rows of a
 * figure by `period`, a table those by `key`, a matrix those by `key` and `other`.
 */
const rowSchema = z
  .object({
    figure: z.string().describe('the id of one of `figures`'),
    key: z.string().describe('the value of the dimension; of a pair and of a matrix the first'),
    other: z.string().optional().describe('the second value of a pair; in a matrix the column'),
    otherLabel: z.string().optional().describe('what to write instead of `other`'),
    label: z.string().optional().describe('what to write instead of `key`, where that is an id'),
    period: z
      .string()
      .optional()
      .describe('a day, a month, or the instant at which an hour begins; absent: the whole period'),
    ...measuredShape,
    provisional: z.boolean().optional().describe('what happens in the next days can still change it'),
    before: z.object(measuredShape).optional().describe('the same in the period before'),
    change: z
      .object({
        difference: z.number(),
        p: z.number().optional().describe('how likely a change as great is by chance alone'),
        significant: z.boolean().optional().describe('whether it says something, all rows looked at together'),
      })
      .optional(),
    tag: z.enum(['new', 'rising', 'falling']).optional(),
    kind: z.enum(topicKinds).optional().describe('what a topic mostly is'),
  })
  .meta({ id: 'ReportRow' })
export type ReportRow = z.infer<typeof rowSchema>

const figureSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    definition: z.string(),
    unit: z.enum(units),
    of: z.string().describe('what n counts'),
    better: z.enum(['more', 'less', 'neither']),
    certainty: z.enum(['exact', 'interval']),
  })
  .meta({ id: 'ReportFigure' })
export type ReportFigure = z.infer<typeof figureSchema>

const spanSchema = z.object({ from: z.iso.date(), to: z.iso.date() })

/** The most rows that any report answers. */
export const mostRows = 20_000

export const reportSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    definition: z.string(),
    source: z.string(),
    chart: z.enum(charts),
    period: spanSchema,
    before: spanSchema.optional(),
    grain: z.enum(shownGrains),
    by: z.string(),
    timezone: z.string(),
    figures: z.array(figureSchema),
    totals: z.array(rowSchema).describe('each figure over everything and the whole period'),
    rows: z.array(rowSchema).max(mostRows),
    left: z.int().describe('how many values of the dimension are not among the rows'),
    notes: z.array(z.string()).describe('what to know before reading it'),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof reportSchema>

export const reportNameSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/, 'use the name of a report, as GET /v1/reports lists them')

export const reportQuerySchema = z.strictObject({
  from: z.iso.date().optional().describe('a day; 28 days before `to` if absent'),
  to: z.iso.date().optional().describe('a day, included; today if absent'),
  by: z.enum(bys).optional(),
  value: z.string().min(1).max(128).optional().describe('only this value of `by`'),
  grain: z.enum(shownGrains).optional(),
  timezone: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('an IANA zone; of the last 35 days only, if it is not the company’s'),
  campaign: campaignIdSchema.optional().describe('of the report of a campaign’s effect'),
  kind: z.enum(topicKinds).optional().describe('topics that are mostly this'),
  compare: z.enum(['before', 'none']).default('before'),
  limit: z.coerce.number().int().min(1).max(200).default(20).describe('the most values of `by`, the greatest first'),
})
export type ReportQuery = z.infer<typeof reportQuerySchema>

export const catalogueSchema = z.object({
  items: z
    .array(
      z
        .object({
          name: z.string(),
          title: z.string(),
          definition: z.string(),
          source: z.string(),
          chart: z.enum(charts),
          by: z.array(z.string()).describe('by what it may be asked; the first is what it is by'),
          grains: z.array(z.enum(shownGrains)),
          figures: z.array(figureSchema),
          limits: z.string(),
        })
        .meta({ id: 'ReportDescription' }),
    )
    .max(100),
  timezone: z.string().describe('the company’s: days are of this zone'),
})
