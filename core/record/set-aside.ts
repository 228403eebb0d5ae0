import * as z from 'zod'
import { instantSchema, rawRefSchema } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'
import { changeStages } from './change-stage.ts'

/**
 * A payload, or a row of a file, that could not be understood or recorded: kept with a reason a person can act on,
 * and replayable from its raw bytes. `reason` holds no personal data.
 */
export const setAsideSchema = z.object({
  v: z.literal(1),
  id: z.string().max(256),
  at: instantSchema,
  stage: z.enum(['parse', 'record', 'split', 'audit', ...changeStages]),
  reason: z.string().max(512),
  /** Absent when what was set aside is no payload. */
  rawRef: rawRefSchema.optional(),
  source: z.string().max(128).optional(),
  format: z.string().max(64).optional(),
  line: z.int().optional(),
  importId: z.string().max(64).optional(),
  /** The queue message that brings it back, as JSON text. */
  message: z.string().max(16_384),
  replays: z.int().min(0),
})

export type SetAside = z.infer<typeof setAsideSchema>

export type SetAsideStore = {
  /** The same payload set aside again for any reason is one item: the latest reason, its replays kept. */
  write: (item: SetAside) => Promise<void>
  read: (id: string) => Promise<SetAside | undefined>
  /** Newest first, strictly before the item with the id `before`. */
  list: (limit: number, before?: string) => Promise<SetAside[]>
  /** After a replay was understood. Removing what is not there is no error. */
  remove: (id: string) => Promise<void>
}

/** One id per payload or row, in order of time: setting the same aside again meets its own item. */
export const setAsideId = (at: string, object: string, offset: number): string =>
  `${new Date(at).getTime().toString().padStart(14, '0')}-${contactId(object, String(offset))}`
