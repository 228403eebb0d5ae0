import * as z from 'zod'
import { campaignIdSchema } from '../campaign/campaign.ts'
import { instantSchema } from '../contact/contact.ts'
import { identifierSchema } from '../contact/identifier.ts'

export const outcomeKinds = ['sale', 'refund', 'renewal'] as const

/** Money in the smallest unit of its currency (ISO 4217), so that sums are exact. */
export const amountSchema = z.object({
  minor: z.int().min(0).max(1e13),
  currency: z.string().regex(/^[A-Z]{3}$/, 'use a code of ISO 4217, like GBP'),
})

/** The sender's own id: of an order, an invoice, a contract. */
export const outcomeIdSchema = z.string().regex(/^[^\s#\p{C}]{1,128}$/u, 'use 1 to 128 characters without spaces and #')

/**
 * What came of it: somebody bought, sent back or renewed. It names the customer by an identifier, as contacts do, and
 * stands as a fact on that identifier's stream: whoever holds the stream holds the outcome, after merges and unmerges
 * too. `revision` counts the sender's corrections.
 */
export const outcomeSchema = z.object({
  v: z.literal(1),
  id: outcomeIdSchema,
  kind: z.enum(outcomeKinds),
  identifier: identifierSchema,
  occurredAt: instantSchema,
  amount: amountSchema.optional(),
  campaign: campaignIdSchema.optional(),
  product: z.string().trim().min(1).max(128).optional(),
  reference: z.string().trim().min(1).max(128).optional(),
  revision: z.int().min(0),
  recordedAt: instantSchema,
  recordedBy: z.string().min(1).max(256),
})
export type Outcome = z.infer<typeof outcomeSchema>

/**
 * Which of two deliveries of one outcome holds: the later revision, of equal revisions the one whose text is greater,
 * of equal texts the first recorded. So any order of deliveries, any number of times, ends in the same outcome.
 */
export function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  const order = a.revision - b.revision || compare(contentOf(a), contentOf(b)) || compare(recordOf(b), recordOf(a))
  return order >= 0 ? a : b
}

/** Whether both say the same of what happened, whoever recorded it when. */
export const sameOutcome = (a: Outcome, b: Outcome): boolean =>
  a.revision === b.revision && contentOf(a) === contentOf(b)

function contentOf({ kind, identifier, occurredAt, amount, campaign, product, reference }: Outcome): string {
  const money = amount && [amount.minor, amount.currency]
  return JSON.stringify([kind, identifier.type, identifier.value, occurredAt, money, campaign, product, reference])
}

const recordOf = ({ recordedAt, recordedBy }: Outcome): string => `${recordedAt} ${recordedBy}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
