import { Problem } from '../../core/api/problem.ts'
import { type Actor, actorName } from '../../core/api/role.ts'
import type { Acting } from '../../core/conversation/act.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { customersOf } from '../../core/conversation/regroup.ts'
import type { ApiDependencies } from './api-dependencies.ts'
import { auditRead } from './customer-access.ts'

export const conversationRoles = ['agent', 'social'] as const

/** Throws `Problem` when there is none. What was joined into another is still there, and says so. */
export async function requireConversation({ conversations }: ApiDependencies, id: string): Promise<Conversation> {
  const [conversation] = await conversations.store.read([id])
  if (conversation === undefined) throw new Problem('not-found', 'No conversation has this id.')
  return conversation
}

/** Whose matter it is now; undefined while nobody decided yet who wrote its first contact. */
export async function customerOf(deps: ApiDependencies, { anchor }: Conversation): Promise<string | undefined> {
  const { store } = await deps.identity()
  const customer = (await customersOf(store, [anchor])).get(anchor)
  return customer === anchor ? undefined : customer
}

/** Notes that somebody read a conversation of a customer. */
export const auditConversation = (
  deps: ApiDependencies,
  actor: Actor,
  customer: string | undefined,
  conversation: string,
): Promise<void> => auditRead(deps, actor, 'conversation', customer === undefined ? [] : [customer], { conversation })

/** Who acts. Entries of a timeline name people as the audit does. */
export const actingAs = (actor: Actor, reason?: string): Acting => ({
  actor: actorName(actor),
  reason,
})
