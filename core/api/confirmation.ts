import * as z from 'zod'
import type { ConfirmationAsked } from '../confirm/ask.ts'
import { instantSchema } from '../contact/contact.ts'
import { shownIdentifierSchema } from './identifier.ts'
import { typedIdentifierSchema } from './typed-identifier.ts'

export const confirmationInputSchema = z
  .strictObject({
    identifier: typedIdentifierSchema.describe('where the customer is asked: the end of the link that was claimed'),
    with: typedIdentifierSchema.optional().describe('the other end, where several unproven links begin here'),
    conversation: z
      .string()
      .regex(/^[0-9a-f]{32}$/, 'is no id of a conversation')
      .optional()
      .describe('in which it is asked; else the one of the customer where something happened last'),
    reason: z.string().trim().min(1).max(1000),
  })
  .meta({ id: 'ConfirmationInput' })

/** What was asked. The link itself goes to the customer only. */
export const shownConfirmationSchema = z
  .object({
    id: z.string(),
    linkId: z.string(),
    sentTo: shownIdentifierSchema,
    conversation: z.string(),
    expiresAt: instantSchema,
    alsoNeeded: z.array(shownIdentifierSchema).describe('ends that have to be asked as well before the link is proven'),
  })
  .meta({ id: 'Confirmation' })

/** Why nobody was asked, and what to do. */
export function confirmationRefusal(outcome: Exclude<ConfirmationAsked['outcome'], 'asked'>): string {
  switch (outcome) {
    case 'not-theirs':
      return 'This identifier is not one of the customer.'
    case 'no-link':
      return 'No unproven link between two identifiers of this customer begins there.'
    case 'several':
      return 'Several unproven links begin there. Say with which identifier, in `with`.'
    case 'made-the-claim':
      return 'Whoever holds it made the claim, and would confirm it to themselves. Ask at the other end.'
    case 'no-way':
      return 'No reply can carry a link there now. Ask at the other end, or confirm what they say with POST /v1/links.'
    default:
      return outcome satisfies never
  }
}
