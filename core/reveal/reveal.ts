import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** How long one look lasts: long enough to read a timeline, too short to be forgotten about. */
export const revealMinutes = 15

/** Somebody who sees customers masked asked, for a reason, to see one of them as they are until then. */
export const revealSchema = z.object({
  v: z.literal(1),
  subject: z.string().max(256),
  customer: z.string().max(64),
  until: instantSchema,
})
export type Reveal = z.infer<typeof revealSchema>

export type RevealStore = {
  write: (reveal: Reveal) => Promise<void>
  /** The newest of this person and customer, also one that is over; strongly consistent. */
  read: (subject: string, customer: string) => Promise<Reveal | undefined>
}

/** A look that begins now. Times are RFC 3339 UTC, ms. */
export const revealFrom = (subject: string, customer: string, now: string): Reveal => ({
  ...{ v: 1, subject, customer },
  until: new Date(Date.parse(now) + revealMinutes * 60_000).toISOString(),
})

export const isOn = (reveal: Reveal | undefined, now: string): reveal is Reveal =>
  reveal !== undefined && now < reveal.until
