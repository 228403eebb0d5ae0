import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { type Counts, type Import, importMappingSchema } from '../import/import.ts'
import { sourceSchema } from '../source/source.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const importKinds = [
  'mbox',
  'eml',
  'connect-records',
  'twilio-calls',
  'asterisk-cdr',
  'csv',
  'contacts',
  'campaigns',
  'outcomes',
  'listening',
] as const
export type ImportKind = (typeof importKinds)[number]

/** Whoever chooses the id may ask again, after a failure, without starting a second import. */
export const importIdSchema = z.string().regex(/^[a-z0-9-]{8,64}$/, 'use 8 to 64 of a-z, 0-9 and -')

export const newImportSchema = z
  .strictObject({
    kind: z.enum(importKinds),
    source: sourceSchema.shape.id.optional(),
    mapping: importMappingSchema.optional(),
    id: importIdSchema.optional(),
  })
  .refine(({ kind, mapping }) => kind !== 'csv' || mapping !== undefined, {
    path: ['mapping'],
    error: 'say which column holds which field',
  })
export type NewImport = z.infer<typeof newImportSchema>

/** The source that contacts of a file belong to when nothing else is said: the one of the live door. */
export function defaultImportSource(kind: ImportKind): string {
  switch (kind) {
    case 'mbox':
    case 'eml':
      return 'support'
    case 'twilio-calls':
      return 'twilio'
    case 'connect-records':
      return 'connect'
    case 'asterisk-cdr':
      return 'asterisk'
    case 'csv':
      return 'csv'
    case 'contacts':
      return 'local'
    case 'campaigns':
    case 'outcomes':
    case 'listening':
      return kind
    default:
      return kind satisfies never
  }
}

export const importQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })
export const linePositionSchema = z.strictObject({ line: z.int().min(0) })

/** `recording`: the file is read, and not all of its rows are recorded yet. */
const stateSchema = z.enum(['awaiting upload', 'reading', 'recording', 'done', 'failed'])

const countsSchema = z.object({
  read: z.int(),
  added: z.int(),
  alreadyThere: z.int(),
  notAContact: z.int(),
  setAside: z.int(),
})

const lineSchema = z.object({
  line: z.int(),
  outcome: z.enum(['added', 'already there', 'not a contact', 'set aside']),
  reason: z.string(),
})

/** `rows` is known once the file was read to its end. */
export const shownImportSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    source: z.string(),
    state: stateSchema,
    reason: z.string().optional().describe('why it failed'),
    createdAt: instantSchema,
    createdBy: z.string(),
    rows: z.int().optional(),
    counts: countsSchema,
    lines: pageSchema(lineSchema).describe('the lines that gave no contact, and why'),
  })
  .meta({ id: 'Import' })
export type ShownImport = z.infer<typeof shownImportSchema>

/** `uploadUrl` takes one PUT of the file's bytes; absent when the file was uploaded already. */
export const startedImportSchema = z
  .object({ id: z.string(), state: stateSchema, uploadUrl: z.string().optional() })
  .meta({ id: 'StartedImport' })

export function showImport(record: Import, counts: Counts, lines: ShownImport['lines']): ShownImport {
  const { id, kind, source, reason, createdAt, createdBy, checkpoint } = record
  return {
    id,
    kind,
    source,
    state: shownState(record, counts),
    ...(reason !== undefined && { reason }),
    createdAt,
    createdBy,
    ...(record.state === 'read' && { rows: checkpoint.rows }),
    counts,
    lines,
  }
}

const shownState = ({ state, checkpoint }: Import, { read }: Counts): ShownImport['state'] =>
  state === 'read' ? (read < checkpoint.rows ? 'recording' : 'done') : state
