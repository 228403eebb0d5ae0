import * as z from 'zod'
import { type Identifier, identifierSchema, parseIdentifierName } from '../contact/identifier.ts'
import { outcomeSchema } from '../outcome/outcome.ts'

/** Other systems write an identifier in its stored form: nobody is there to ask which country a number is of. */
const namedIdentifierSchema = z
  .union([identifierSchema, z.string().max(600)])
  .transform((written, context): Identifier => {
    const identifier = typeof written === 'string' ? parseIdentifierName(written) : written
    const stored = identifier && storedForm(identifier)
    if (stored !== undefined) return stored
    const message = 'write it like phone:+442079460000, email:alice@example.com or account:4711'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
  .meta({ id: 'NamedIdentifier', description: 'Like `phone:+442079460000` or {"type":"account","value":"4711"}' })

function storedForm({ type, value }: Identifier): Identifier | undefined {
  const trimmed = value.trim()
  if (type === 'phone') return /^\+[1-9]\d{6,14}$/.test(trimmed) ? { type, value: trimmed } : undefined
  if (type === 'email') return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? { type, value: trimmed.toLowerCase() } : undefined
  return trimmed === '' || type === 'line' ? undefined : { type, value: trimmed }
}

/** The same id again is the same outcome; a correction comes with a greater `revision`. */
export const outcomeInputSchema = z
  .strictObject({
    ...outcomeSchema.omit({ v: true, recordedAt: true, recordedBy: true }).shape,
    identifier: namedIdentifierSchema,
    revision: outcomeSchema.shape.revision.default(0),
  })
  .meta({ id: 'OutcomeInput' })

export const keptOutcomeSchema = z
  .object({ id: z.string(), result: z.enum(['added', 'corrected', 'already there']) })
  .meta({ id: 'KeptOutcome' })

export const shownOutcomeSchema = outcomeSchema.omit({ v: true }).meta({ id: 'Outcome' })
