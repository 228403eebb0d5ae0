import * as z from 'zod'
import { countSchema, listeningNameSchema, panelSchema } from '../listening/listening.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const shownPanelSchema = panelSchema.omit({ v: true }).meta({ id: 'Panel' })
export const panelListSchema = pageSchema(shownPanelSchema)
export const panelInputSchema = z
  .strictObject(panelSchema.omit({ v: true, lockedAt: true, lockedBy: true }).shape)
  .meta({ id: 'PanelInput' })

const { v: _v, panel: _panel, asOf, ...figures } = countSchema.shape

/** Counts of one panel; those of the same day, network and member replace what was counted before `asOf`. */
export const countsInputSchema = z
  .strictObject({
    panel: listeningNameSchema,
    asOf: asOf.optional().describe('when it was counted; now, if absent'),
    counts: z.array(z.strictObject(figures)).min(1).max(500),
  })
  .meta({ id: 'MentionCountsInput' })

export const keptCountsSchema = z
  .object({ added: z.int(), corrected: z.int(), alreadyThere: z.int() })
  .meta({ id: 'KeptMentionCounts' })

export const countsQuerySchema = z.strictObject({
  panel: listeningNameSchema,
  from: z.iso.date().default('0000-01-01'),
  until: z.iso.date().default('9999-12-31'),
  limit: limitSchema,
  cursor: cursorTextSchema.optional(),
})

export const countListSchema = pageSchema(countSchema.omit({ v: true }).meta({ id: 'MentionCount' }))
export const countPlaceSchema = countSchema.pick({ day: true, network: true, member: true }).strict()
