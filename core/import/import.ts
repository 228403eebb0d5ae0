import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

/** Column names by field of a contact, like `{"from.phone": "Caller"}`. */
export const importMappingSchema = z.record(z.string().min(1).max(64), z.string().min(1).max(256))

/** A file of many on its way onto timelines. `rows` is known once the file was read to its end. */
export const importSchema = z.object({
  v: z.literal(1),
  id: z.string().max(64),
  kind: z.string().max(64),
  source: z.string().max(128),
  object: z.string().max(1024),
  createdAt: instantSchema,
  createdBy: z.string().max(256),
  /** For CSV: which column holds which field of a contact. */
  mapping: importMappingSchema.optional(),
  state: z.enum(['awaiting upload', 'reading', 'read', 'failed']),
  reason: z.string().max(512).optional(),
  /** How far the file was cut into rows: rows sent, and the bytes they span. */
  checkpoint: z.object({ rows: z.int().min(0), bytes: z.int().min(0) }),
  version: z.int(),
})
export type Import = z.infer<typeof importSchema>

/** What became of a row. Rows are counted by line, so a redelivery counts once. */
export type RowOutcome = 'added' | 'already there' | 'not a contact' | 'set aside'
export type RowResult = { importId: string; line: number; outcome: RowOutcome; reason?: string }

export type Counts = { read: number; added: number; alreadyThere: number; notAContact: number; setAside: number }

export type ImportStore = {
  read: (importId: string) => Promise<Import | undefined>
  /** False when another writer changed it since that version (`undefined`: it must not exist yet). */
  write: (record: Import, version: number | undefined) => Promise<boolean>
  /** Adds outcomes of rows; adding the same again changes nothing. One write per thousand lines touched. */
  addOutcomes: (results: RowResult[]) => Promise<void>
  counts: (importId: string) => Promise<Counts>
  /** Lines that are not contacts or were set aside, in order, from the line after `after`. */
  reasons: (
    importId: string,
    limit: number,
    after?: number,
  ) => Promise<{ line: number; outcome: RowOutcome; reason: string }[]>
}
