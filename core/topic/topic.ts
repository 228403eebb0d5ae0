import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

export const topicIdSchema = z.string().regex(/^[0-9a-f]{16}$/)

const exampleSchema = z.object({ contactId: z.string().max(64), stream: z.string().max(1024), sortAt: instantSchema })

/**
 * A topic that texts were clustered to. What people say of it stands apart from what the machine found, which it writes
 * anew each night: `name`, `pinned` and `mergedInto` are people's. Contacts keep the id they were clustered to for ever.
 */
export const topicSchema = z.object({
  v: z.literal(1),
  version: z.int().min(1),
  id: topicIdSchema,
  terms: z.array(z.string().max(80)).max(8),
  example: z.string().max(200),
  /** Contacts that are typical of it. */
  examples: z.array(exampleSchema).max(10),
  /** How many of the texts that were clustered last are about it; 0 where none is any more. */
  size: z.int().min(0),
  foundAt: instantSchema,
  clusteredAt: instantSchema,
  name: z.string().min(1).max(120).optional(),
  /** As a model named what was clustered last; core/topic/suggest-names.ts says what it may be. */
  suggested: z.string().min(1).max(60).optional(),
  pinned: z.boolean(),
  mergedInto: topicIdSchema.optional(),
  changedBy: z.string().max(256).optional(),
})
export type Topic = z.infer<typeof topicSchema>

/** What it is called: as people named it, else as a model did, else by its terms. */
export const labelOf = ({ name, suggested, terms }: Pick<Topic, 'name' | 'suggested' | 'terms'>): string =>
  name ?? suggested ?? (terms.length > 0 ? terms.join(', ') : 'unnamed')
