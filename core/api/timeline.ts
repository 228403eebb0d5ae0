import * as z from 'zod'
import { channels, instantSchema } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { Position } from '../timeline/entry.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import { showContact, shownContactSchema } from './contact.ts'
import { sinceSchema, untilSchema } from './instant.ts'
import { maskContact } from './mask-contact.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const timelineQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorTextSchema.optional(),
  channel: z.enum(channels).optional(),
  since: sinceSchema.optional(),
  until: untilSchema.optional(),
})

/** All that a cursor of a timeline holds, so that new entries and merges between pages lose and repeat nothing. */
export const positionSchema = z.strictObject({
  sortAt: instantSchema,
  entryId: z.string().regex(/^[\x21-\x7d]{1,64}$/),
}) satisfies z.ZodType<Position>

/** A contact in the normal form, with what only its place on this timeline tells. */
const contactEntrySchema = shownContactSchema
  .extend({
    type: z.literal('contact'),
    sortAt: instantSchema.describe('where it stands in time'),
    asserted: z.boolean().describe('an unproven link was crossed to reach it'),
    deletedAt: instantSchema.optional(),
  })
  .meta({ id: 'ContactEntry' })

/** Clients skip entries of a type that they do not know: more types will come. */
export const timelineSchema = pageSchema(z.discriminatedUnion('type', [contactEntrySchema])).meta({ id: 'Timeline' })
export type TimelineEntry = z.infer<typeof contactEntrySchema>

/** An entry as it is shown to one who may, or may not, see personal data. */
export function showEntry({ entry, asserted }: TimelineItem, seesPersonalData: boolean): TimelineEntry {
  const contact = showContact(viewContact(entry.state))
  const { deletedAt } = entry.state
  return {
    ...(seesPersonalData ? contact : maskContact(contact)),
    type: 'contact',
    sortAt: entry.place.sortAt,
    asserted,
    ...(deletedAt !== undefined && { deletedAt }),
  }
}
