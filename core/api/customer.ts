import * as z from 'zod'
import type { Consent } from '../consent/consent.ts'
import { instantSchema } from '../contact/contact.ts'
import { type Identifier, identifierName } from '../contact/identifier.ts'
import { viewContact } from '../contact/view.ts'
import { type Conversation, isUnresolved } from '../conversation/conversation.ts'
import { type Row, rowOf } from '../conversation/row.ts'
import type { CustomerRecord, Pointer } from '../identity/customer-record.ts'
import { isActive, type Link, linkTiers } from '../identity/link.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import { showConsent, shownConsentSchema } from './consent.ts'
import { shownRowSchema, showRow } from './conversation.ts'
import { identifierView, type ShownIdentifier, shownIdentifierSchema } from './identifier.ts'

const evidenceSchema = z.object({
  linkId: z.string(),
  tier: z.enum(linkTiers),
  how: z.string(),
  asserted: z.boolean(),
  with: shownIdentifierSchema,
  by: z.string(),
  at: instantSchema,
  contactId: z.string().optional(),
})

const memberSchema = shownIdentifierSchema.extend({
  class: z.enum(['personal', 'shared', 'blocked']),
  asserted: z.boolean().describe('only unproven links connect it to the customer'),
  tier: z.enum(linkTiers).optional().describe('the strongest link to the rest of the customer'),
  evidence: z.array(evidenceSchema),
})

const departmentSchema = z.object({ name: z.string(), brand: z.string(), lastContactAt: instantSchema })

export const customerSchema = z
  .object({
    id: z.string(),
    since: instantSchema.describe('when the customer was first known by this id'),
    asserted: z.boolean().describe('some identifiers are connected by unproven links only'),
    masked: z.boolean().optional().describe('names, identifiers, numbers and addresses are hidden: see …/reveal'),
    revealedUntil: instantSchema.optional().describe('shown whole, for a reason that was given, until then'),
    identifiers: z.array(memberSchema),
    openConversations: z.array(shownRowSchema).describe('unresolved matters, what is due first first'),
    departments: z.array(departmentSchema).describe('who was in touch in the newest entries, latest first'),
    consent: z
      .array(shownConsentSchema)
      .describe('what was decided for each identifier; where nothing was, defaults hold'),
  })
  .meta({ id: 'Customer' })
export type ShownCustomer = z.infer<typeof customerSchema>

/** All that a customer is shown from; `newest` are its newest entries. */
export type CustomerFacts = {
  record: CustomerRecord
  pointers: Pointer[]
  links: Link[]
  newest: TimelineItem[]
  conversations: Conversation[]
  consents: Consent[]
}

/** `until`: to somebody who sees customers masked, this one is shown as they are for so long. */
export function showCustomer(facts: CustomerFacts, { sees, until }: { sees: boolean; until?: string }): ShownCustomer {
  const view = identifierView(sees)
  const { id, createdAt, members } = facts.record
  const identifiers = members.map(member => showMember(member, facts, view))
  return {
    id,
    since: createdAt,
    asserted: members.some(({ asserted }) => asserted),
    ...(!sees && { masked: true }),
    ...(until !== undefined && { revealedUntil: until }),
    identifiers,
    openConversations: openOf(facts.conversations).map(row => showRow(row, sees, id)),
    departments: departmentsOf(facts.newest),
    consent: facts.consents.map(consent => showConsent(consent, view)),
  }
}

/** What is due first first, then what is not due at all. */
function openOf(conversations: Conversation[]): Row[] {
  const rows = conversations.filter(isUnresolved).flatMap(conversation => rowOf(conversation) ?? [])
  return rows.sort((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))
}

function showMember(
  { stream, asserted }: CustomerRecord['members'][number],
  { record, pointers, links }: CustomerFacts,
  view: (identifier: Identifier) => ShownIdentifier,
): ShownCustomer['identifiers'][number] {
  const identifier = streamIdentifier(stream)
  const pointer = pointers.find(found => identifierName(found.identifier) === identifierName(identifier))
  const inside = new Set(record.members.map(member => member.stream))
  const evidence = links
    .filter(link => isActive(link) && [link.a, link.b].includes(stream) && inside.has(link.a) && inside.has(link.b))
    .map(link => showEvidence(link, view(streamIdentifier(link.a === stream ? link.b : link.a))))
  const tier = linkTiers.find(candidate => evidence.some(found => found.tier === candidate))
  return { ...view(identifier), class: pointer?.class ?? 'personal', asserted, evidence, ...(tier && { tier }) }
}

const showEvidence = (link: Link, other: ShownIdentifier): z.infer<typeof evidenceSchema> => ({
  linkId: link.id,
  tier: link.tier,
  how: link.rule,
  asserted: link.asserted,
  with: other,
  by: link.by,
  at: link.at,
  ...(link.contactId !== undefined && { contactId: link.contactId }),
})

/** Entries come newest first, so the first one of a department is its latest. */
function departmentsOf(newest: TimelineItem[]): ShownCustomer['departments'] {
  const latest = new Map<string, ShownCustomer['departments'][number]>()
  for (const { entry } of newest) {
    if (entry.type !== 'contact') continue
    const { department, brand } = viewContact(entry.state)
    const key = JSON.stringify([brand, department])
    if (!latest.has(key)) latest.set(key, { name: department, brand, lastContactAt: entry.place.sortAt })
  }
  return [...latest.values()]
}
