import * as z from 'zod'
import type { Refused } from '../identity/carry-out.ts'
import { refusalReasons } from '../identity/groups.ts'
import { customerSchema } from './customer.ts'
import { typedIdentifierSchema } from './typed-identifier.ts'

const reasonSchema = z.string().trim().min(1).max(1000)

/** Two identifiers that are, or are not, one person. */
export const pairSchema = z.strictObject({
  identifiers: z.tuple([typedIdentifierSchema, typedIdentifierSchema]),
  reason: reasonSchema.optional(),
})

export const revokeSchema = z.strictObject({ reason: reasonSchema.optional() })
export const mergeSchema = z.strictObject({ with: z.string().min(1).max(64), reason: reasonSchema })
export const unmergeSchema = z.strictObject({
  identifiers: z.array(typedIdentifierSchema).min(1).max(50),
  reason: reasonSchema,
})

/** The customers as they are after a decision. `changed`: false when everything was so already. */
export const identityChangeSchema = z
  .object({
    changed: z.boolean(),
    linkId: z.string().optional(),
    withoutEffect: z.enum(refusalReasons).optional().describe('why the recorded link does not join its ends'),
    customers: z.array(customerSchema),
  })
  .meta({ id: 'IdentityChange' })
export type IdentityChange = z.input<typeof identityChangeSchema>

/** Why a decision is turned down, and what to do about it. */
export function refusalSentence(reason: Refused): string {
  switch (reason) {
    case 'blocked':
      return 'One of the identifiers names nobody, or is the company’s own, so it cannot belong to a customer.'
    case 'shared':
      return 'One of the identifiers is a line that several people use.'
    case 'cannot-link':
      return 'It is recorded that these are two people. Merge the two customers to take that back.'
    case 'account-limit':
    case 'email-limit':
    case 'phone-limit':
    case 'network-limit':
      return 'One customer would have more identifiers of a type than a person has. Look for a shared line among them.'
    case 'not-a-member':
      return 'Not all of these identifiers belong to this customer.'
    case 'same-identifier':
      return 'Both are the same.'
    case 'nothing-left':
      return 'Leave at least one identifier with the customer.'
    default:
      return reason satisfies never
  }
}
