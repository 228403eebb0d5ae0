import { Problem } from '../../core/api/problem.ts'
import { type Actor, actorName } from '../../core/api/role.ts'
import type { Acting } from '../../core/conversation/act.ts'
import type { Conversation } from '../../core/conversation/conversation.ts'
import { customersOfStreams } from '../../core/identity/customers-of-streams.ts'
import { readCustomer } from '../../core/identity/read-customer.ts'
import type { MemberStream } from '../../core/timeline/read-timeline.ts'
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
  return (await customersOfStreams(store.readPointers, [anchor])).get(anchor)
}

/** Whose matters these are now, by their anchors; one read for all. */
export async function customersOf(
  deps: ApiDependencies,
  of: readonly { anchor: string }[],
): Promise<Map<string, string>> {
  const { store } = await deps.identity()
  return customersOfStreams(store.readPointers, [...new Set(of.map(({ anchor }) => anchor))])
}

/** Whose matter it is now, and the streams of that customer: its own alone, while nobody decided. */
export async function ownerOf(deps: ApiDependencies, conversation: Conversation): Promise<Owner> {
  const customer = await customerOf(deps, conversation)
  const { store } = await deps.identity()
  const record = customer === undefined ? undefined : await readCustomer(store, customer)
  if (record === undefined) return { members: [{ stream: conversation.anchor, asserted: false }] }
  return { customer: record.id, members: record.members }
}

type Owner = { customer?: string; members: MemberStream[] }

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
