import * as z from 'zod'
import {
  type Consent,
  type ConsentDefaults,
  consentDefaultsSchema,
  consentSchema,
  consentSourceSchema,
  consentStateSchema,
  purposeSchema,
  purposes,
} from '../consent/consent.ts'
import { consentOf, standing } from '../consent/may-send.ts'
import type { CustomerRecord } from '../identity/customer-record.ts'
import { streamIdentifier } from '../identity/member.ts'
import { conversationParams } from './conversation.ts'
import { type ShownIdentifier, shownIdentifierSchema } from './identifier.ts'
import { typedIdentifierSchema } from './typed-identifier.ts'

const decided = consentSchema.shape.purposes.shape.service.unwrap().partial()
const { doNotContact } = consentSchema.shape

/** For every purpose what holds, and who decided it when and why; `isDefault`: nobody did. */
const purposeStandingSchema = decided.extend({ state: consentStateSchema, isDefault: z.boolean() })

const identifierConsentSchema = z.object({
  identifier: shownIdentifierSchema,
  asserted: z.boolean().describe('only unproven links connect it to the customer'),
  purposes: z.object({
    service: purposeStandingSchema,
    survey: purposeStandingSchema,
    marketing: purposeStandingSchema,
  }),
  doNotContact,
})

export const customerConsentSchema = z
  .object({ items: z.array(identifierConsentSchema), defaults: consentDefaultsSchema.omit({ v: true, id: true }) })
  .meta({ id: 'CustomerConsent' })
export type CustomerConsent = z.infer<typeof customerConsentSchema>

/** What was decided for one identifier, as a customer shows it; what nobody decided is left out. */
export const shownConsentSchema = z
  .object({ identifier: shownIdentifierSchema, purposes: consentSchema.shape.purposes, doNotContact })
  .meta({ id: 'Consent' })
export type ShownConsent = z.infer<typeof shownConsentSchema>

export const showConsent = (
  { identifier, purposes: decisions, doNotContact: silence }: Consent,
  view: (identifier: Consent['identifier']) => ShownIdentifier,
): ShownConsent => ({
  identifier: view(identifier),
  purposes: decisions,
  ...(silence && { doNotContact: silence }),
})

/** What holds for each identifier of a customer. */
export function showCustomerConsent(
  { members }: Pick<CustomerRecord, 'members'>,
  consents: readonly Consent[],
  { v: _v, id: _id, ...defaults }: ConsentDefaults,
  view: (identifier: Consent['identifier']) => ShownIdentifier,
): CustomerConsent {
  const items = members.map(({ stream, asserted }) => {
    const identifier = streamIdentifier(stream)
    const consent = consentOf(consents, identifier)
    const of = (purpose: (typeof purposes)[number]) => ({
      ...consent?.purposes[purpose],
      ...standing(consent, { v: 1, id: 'consent', ...defaults }, purpose),
    })
    return {
      identifier: view(identifier),
      asserted,
      purposes: { service: of('service'), survey: of('survey'), marketing: of('marketing') },
      ...(consent?.doNotContact && { doNotContact: consent.doNotContact }),
    }
  })
  return { items, defaults }
}

const changes = ['grant', 'deny', 'forget', 'do-not-contact', 'lift'] as const

/** Without `identifier` every identifier of the customer is meant: what is granted is granted for one. */
export const consentInputSchema = z
  .strictObject({
    change: z.enum(changes),
    purpose: purposeSchema.optional().describe('with grant, deny and forget'),
    identifier: typedIdentifierSchema.optional(),
    source: consentSourceSchema.default('said'),
    reason: z.string().trim().min(1).max(500).optional(),
    conversation: conversationParams.shape.id.optional().describe('where it was said'),
  })
  .refine(({ change, purpose }) => ['do-not-contact', 'lift'].includes(change) === (purpose === undefined), {
    path: ['purpose'],
    message: `is given with grant, deny and forget, and only then: ${purposes.join(', ')}`,
  })
  .refine(({ change, identifier }) => change !== 'grant' || identifier !== undefined, {
    path: ['identifier'],
    message: 'is needed: somebody agrees for one address or number',
  })
  .meta({ id: 'ConsentChange' })

export const consentSettingsSchema = consentDefaultsSchema.omit({ v: true, id: true }).meta({ id: 'ConsentDefaults' })
export const consentSettingsInputSchema = z
  .strictObject(consentSettingsSchema.shape)
  .meta({ id: 'ConsentDefaultsInput' })
