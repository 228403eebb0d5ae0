import * as z from 'zod'
import { channels, instantSchema } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import type { EventEntry, Position } from '../timeline/entry.ts'
import { eventSchema, type StatusEvent } from '../timeline/event.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import { showContact, shownContactSchema } from './contact.ts'
import { masked } from './identifier.ts'
import { sinceSchema, untilSchema } from './instant.ts'
import { maskContact } from './mask-contact.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

const entryIdSchema = z.string().regex(/^[\x21-\x7d]{1,64}$/)

export const timelineQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorTextSchema.optional(),
  newer: cursorTextSchema.optional().describe('the `newer` of a page: what came after it, newest first all the same'),
  entry: entryIdSchema.optional().describe('begins at this contact instead of the newest'),
  channel: z.enum(channels).optional(),
  since: sinceSchema.optional(),
  until: untilSchema.optional(),
})

/** All that a cursor of a timeline holds, so that new entries and merges between pages lose and repeat nothing. */
export const positionSchema = z.strictObject({
  sortAt: instantSchema,
  entryId: entryIdSchema,
}) satisfies z.ZodType<Position>

/** A contact in the normal form, with what only its place on this timeline tells. */
const contactEntrySchema = shownContactSchema
  .extend({
    type: z.literal('contact'),
    sortAt: instantSchema.describe('where it stands in time'),
    asserted: z.boolean().describe('an unproven link was crossed to reach it'),
    deletedAt: instantSchema.optional(),
    conversation: z.string().optional().describe('the matter it belongs to'),
  })
  .meta({ id: 'ContactEntry' })

const placed = { id: z.string(), sortAt: instantSchema, asserted: z.boolean() }
const [noteSchema, statusSchema] = eventSchema.options
const noteEntrySchema = noteSchema.omit({ v: true }).extend(placed).meta({ id: 'NoteEntry' })
const statusEntrySchema = statusSchema.omit({ v: true }).extend(placed).meta({ id: 'StatusEntry' })

/** Clients skip entries of a type that they do not know: more types will come. */
export const timelineSchema = pageSchema(
  z.discriminatedUnion('type', [contactEntrySchema, noteEntrySchema, statusEntrySchema]),
)
  .extend({ newer: z.string().optional().describe('hand it back as `newer` for what came after; absent: nothing did') })
  .meta({ id: 'Timeline' })
export type TimelineEntry =
  | z.infer<typeof contactEntrySchema>
  | z.infer<typeof noteEntrySchema>
  | z.infer<typeof statusEntrySchema>

/** An entry as it is shown to one who may, or may not, see personal data. */
export function showEntry({ entry, asserted }: TimelineItem, seesPersonalData: boolean): TimelineEntry {
  const { sortAt } = entry.place
  if (entry.type === 'event') return { ...shownEvent(entry, seesPersonalData), id: entry.entryId, sortAt, asserted }
  const contact = showContact(viewContact(entry.state))
  const { deletedAt } = entry.state
  return {
    ...(seesPersonalData ? contact : maskContact(contact)),
    type: 'contact',
    sortAt,
    asserted,
    ...(deletedAt !== undefined && { deletedAt }),
    ...(entry.conversation !== undefined && { conversation: entry.conversation }),
  }
}

/** Notes hold what colleagues know of the person: those who may not see that see that there is a note. */
function shownEvent({ event }: EventEntry, seesPersonalData: boolean) {
  const { v: _v, ...shown } = event
  if (seesPersonalData) return shown
  if (shown.type === 'note') return { ...shown, text: masked, mentions: [] }
  const { note: _note, lines: _lines, mentions: _mentions, ...told } = shown
  return isPersonal(told) ? { ...told, reason: masked } : told
}

/** What a customer said with a score is theirs, as a contact's words are; a call names a number, a hand-over what is known. */
const personalReasons: readonly StatusEvent['change'][] = ['survey-answered', 'callback', 'handed-over']

const isPersonal = ({ change, reason }: Pick<StatusEvent, 'change' | 'reason'>): boolean =>
  reason !== undefined && personalReasons.includes(change)
