import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** Up to when somebody (a subject) has read the timeline of a customer: what arrived later is unread to them. */
export const readingMarkSchema = z.object({
  v: z.literal(1),
  reader: z.string().min(1).max(256),
  customer: z.string().min(1).max(64),
  upTo: instantSchema,
})
export type ReadingMark = z.infer<typeof readingMarkSchema>

/** What nobody has read on for so long is no news to them any more. */
export const readingMarkDays = 400

/** A mark is forgotten `readingMarkDays` after what it says was read. */
export type ReadingMarkStore = {
  read: (reader: string, customer: string) => Promise<ReadingMark | undefined>
  write: (mark: ReadingMark) => Promise<void>
}
