import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { identifierSchema } from '../contact/identifier.ts'

/**
 * "This is me", asked of the holder of one end of an asserted link. `end` is the stream of that end, `to` where it is
 * asked; `needs` the ends that have to say yes before the link holds. `usedAt`: it was said, and cannot be said again;
 * `doneAt`: and all that follows from it is done.
 */
export const confirmationSchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().min(1),
  linkId: z.string().max(64),
  end: z.string().max(1024),
  needs: z.array(z.string().max(1024)).min(1).max(2),
  to: identifierSchema,
  /** The kind of the other end: all that the page tells of it. */
  other: identifierSchema.shape.type,
  conversation: z.string().max(64),
  actor: z.string().max(256),
  reason: z.string().max(1000),
  language: z.string().max(35),
  brand: z.string().max(128),
  createdAt: instantSchema,
  validUntil: instantSchema,
  usedAt: instantSchema.optional(),
  doneAt: instantSchema.optional(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

/** How long the link in it may be followed. */
export const validHours = 48
