import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import type { Identifier } from '../contact/identifier.ts'
import { type CustomerState, type LogEntry, logEntrySchema, operationKinds } from '../identity/customer-record.ts'
import { streamIdentifier } from '../identity/member.ts'
import { type ShownIdentifier, shownIdentifierSchema } from './identifier.ts'
import { cursorTextSchema, limitSchema, pageSchema } from './page.ts'

export const identityLogQuerySchema = z.strictObject({ limit: limitSchema, cursor: cursorTextSchema.optional() })

/** Decisions are numbered from 1 for each customer. */
export const logPositionSchema = z.strictObject({ seq: z.int().min(1) })

const stateSchema = z.object({
  identifiers: z.array(shownIdentifierSchema.extend({ asserted: z.boolean() })),
  redirect: z.string().optional().describe('the customer that took the identifiers over'),
})

const decisionSchema = z
  .object({
    seq: z.int(),
    at: instantSchema,
    kind: z.enum(operationKinds),
    by: z.string(),
    reason: z.string().optional(),
    contactId: z.string().optional(),
    before: stateSchema.optional(),
    after: stateSchema,
    changes: logEntrySchema.shape.changes,
  })
  .meta({ id: 'IdentityDecision' })

export const identityLogSchema = pageSchema(decisionSchema).meta({ id: 'IdentityLog' })

type View = (identifier: Identifier) => ShownIdentifier

export function showDecision({ seq, at, operation, before, after, changes }: LogEntry, view: View) {
  const { kind, by, reason, contactId } = operation
  return {
    seq,
    at,
    kind,
    by,
    ...(reason !== undefined && { reason }),
    ...(contactId !== undefined && { contactId }),
    ...(before && { before: showState(before, view) }),
    after: showState(after, view),
    changes,
  }
}

const showState = ({ members, redirect }: CustomerState, view: View): z.infer<typeof stateSchema> => ({
  identifiers: members.map(({ stream, asserted }) => ({ ...view(streamIdentifier(stream)), asserted })),
  ...(redirect !== undefined && { redirect }),
})
