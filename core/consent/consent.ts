import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { type Identifier, identifierSchema } from '../contact/identifier.ts'

/** What something is sent for: an answer or what belongs to it; a question how it was; everything else. */
export const purposes = ['service', 'survey', 'marketing'] as const
export const purposeSchema = z.enum(purposes)
export type Purpose = (typeof purposes)[number]

/**
 * How it became known: `said` to a colleague, a `keyword` like STOP, a `link` that was followed, a `form` that was filled
 * in, a `contract`, an `import` from another system, an `operator` who decided.
 */
export const consentSources = ['said', 'keyword', 'link', 'form', 'contract', 'import', 'operator'] as const
export const consentSourceSchema = z.enum(consentSources)
export type ConsentSource = (typeof consentSources)[number]

export const consentStates = ['granted', 'denied'] as const
export const consentStateSchema = z.enum(consentStates)
export type ConsentState = (typeof consentStates)[number]

/** Who decided or heard it, when, and how it became known. */
const heardSchema = z.object({ source: consentSourceSchema, at: instantSchema, by: z.string().min(1).max(256) })
export type Heard = z.infer<typeof heardSchema>

const decisionSchema = heardSchema.extend({ state: consentStateSchema })
export type Decision = z.infer<typeof decisionSchema>

/** What the holder of an identifier agreed to, per purpose; what is absent was never decided. */
export const consentSchema = z.object({
  v: z.literal(1),
  identifier: identifierSchema,
  purposes: z.object({
    service: decisionSchema.optional(),
    survey: decisionSchema.optional(),
    marketing: decisionSchema.optional(),
  }),
  /** Nothing at all is sent there, also no answer to what was asked. */
  doNotContact: heardSchema.extend({ reason: z.string().max(500).optional() }).optional(),
  /** When the latest message of one word was written: older ones, which come late or again, say nothing any more. */
  wordAt: instantSchema.optional(),
})
export type Consent = z.infer<typeof consentSchema>

/** What holds where nobody decided; an operator may change it. */
export const consentDefaultsSchema = z.object({
  v: z.literal(1),
  id: z.literal('consent'),
  service: consentStateSchema,
  survey: consentStateSchema,
  marketing: consentStateSchema,
})
export type ConsentDefaults = z.infer<typeof consentDefaultsSchema>

/** Whoever writes wants an answer and may be asked how it was; nobody asked for advertisements. */
export const standardDefaults: ConsentDefaults = {
  ...{ v: 1, id: 'consent' },
  ...{ service: 'granted', survey: 'granted', marketing: 'denied' },
}

export const nothingDecided = (identifier: Identifier): Consent => ({ v: 1, identifier, purposes: {} })
