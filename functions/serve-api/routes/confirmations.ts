import type * as z from 'zod'
import {
  confirmationInputSchema,
  confirmationRefusal,
  shownConfirmationSchema,
} from '../../../core/api/confirmation.ts'
import { showIdentifier } from '../../../core/api/identifier.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName } from '../../../core/api/role.ts'
import { type AskingConfirmation, askConfirmation } from '../../../core/confirm/ask.ts'
import type { Conversation } from '../../../core/conversation/conversation.ts'
import { conversationsOf } from '../../../core/conversation/of-customer.ts'
import type { CustomerRecord } from '../../../core/identity/customer-record.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { conversationRoles } from '../conversation-access.ts'
import { requireCustomer } from '../customer-access.ts'
import { readTyped } from '../typed-identifiers.ts'
import { customerParams } from './customers.ts'

/** "This is me": asks the holder of one end of an unproven link. */
export const confirmationRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/customers/{id}/confirmations',
    roles: conversationRoles,
    summary: 'Ask the customer to confirm an unproven link, by a link that is good for one use within 48 hours',
    params: customerParams,
    query: nothing,
    body: confirmationInputSchema,
    answer: shownConfirmationSchema,
    status: 202,
    handle: async ({ params, body, actor }) => {
      const customer = await requireCustomer(deps, params.id)
      const asked = await askConfirmation(await confirmingDeps(deps), await askingOf(deps, customer, body, actor))
      if (asked.outcome !== 'asked') throw new Problem('conflict', confirmationRefusal(asked.outcome))
      const { id, linkId, conversation, validUntil: expiresAt, to } = asked.confirmation
      await auditAsking(deps, customer, actor, { link: linkId, confirmation: id })
      const alsoNeeded = asked.alsoNeeded.map(showIdentifier)
      return { id, linkId, sentTo: showIdentifier(to), conversation, expiresAt, alsoNeeded }
    },
  }),
]

const confirmingDeps = async ({ confirming, identity, timeline, now, newId }: ApiDependencies) => ({
  ...{ ...confirming, timeline, now, newId },
  identity: (await identity()).store,
})

async function askingOf(
  deps: ApiDependencies,
  customer: CustomerRecord,
  body: z.output<typeof confirmationInputSchema>,
  actor: Actor,
): Promise<AskingConfirmation> {
  const [to, same, conversation] = await Promise.all([
    readTyped(deps, 'body.identifier', body.identifier),
    body.with === undefined ? undefined : readTyped(deps, 'body.with', body.with),
    conversationFor(deps, customer, body.conversation),
  ])
  const by = { subject: actor.subject, actor: actorName(actor) }
  return { customer, to, same, conversation, by, reason: body.reason }
}

async function conversationFor(
  { conversations: { store } }: ApiDependencies,
  { members }: CustomerRecord,
  id: string | undefined,
): Promise<Conversation> {
  const streams = members.map(({ stream }) => stream)
  const theirs = (await conversationsOf(store, streams)).sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
  const found = theirs.find(one => id === undefined || one.id === id)
  if (found === undefined) throw new Problem('not-found', 'The customer has no such conversation to ask in.')
  return found
}

const auditAsking = (
  { audit, newId, now }: ApiDependencies,
  { id: customer }: CustomerRecord,
  actor: Actor,
  detail: Record<string, string>,
): Promise<void> =>
  audit.send([
    { v: 1, id: newId(), customer, at: now(), actor: actorName(actor), action: 'confirmation.asked', detail },
  ])
