import * as z from 'zod'
import { type Contact, contactSchema, type Party, tierSchema } from '../contact/contact.ts'
import { showIdentifier, shownIdentifierSchema } from './identifier.ts'

const shownPartySchema = z.object({
  identifier: shownIdentifierSchema,
  name: z.string().optional(),
  handle: z.string().optional(),
})

/** A contact as it is read: the normal form, with identifiers as people read them. */
export const shownContactSchema = contactSchema
  .omit({ part: true, v: true, firstRef: true })
  .extend({
    from: shownPartySchema,
    to: z.array(shownPartySchema),
    evidence: z.array(z.object({ identifier: shownIdentifierSchema, tier: tierSchema, how: z.string() })),
    rawRef: contactSchema.shape.rawRef.optional(),
  })
  .meta({ id: 'Contact' })
export type ShownContact = z.infer<typeof shownContactSchema>
export type ShownParty = z.infer<typeof shownPartySchema>

/** A contact for whoever sees personal data. */
export const showContact = ({ part: _part, v: _v, firstRef: _firstRef, ...contact }: Contact): ShownContact => ({
  ...contact,
  from: showParty(contact.from),
  to: contact.to.map(showParty),
  evidence: contact.evidence.map(found => ({ ...found, identifier: showIdentifier(found.identifier) })),
})

const showParty = ({ identifier, ...party }: Party): ShownParty => ({
  ...party,
  identifier: showIdentifier(identifier),
})
