import type { Conversation } from '../conversation/conversation.ts'
import { conversationsOf } from '../conversation/of-customer.ts'
import type { ConversationStore } from '../conversation/store.ts'
import { streamIdentifier } from '../identity/member.ts'
import { findCustomer } from '../identity/read-customer.ts'
import type { IdentityStore } from '../identity/store.ts'

/** What is known of the customer of a conversation: whether they never had another, who answered them last. */
export type KnownCustomer = { firstTime: boolean; lastAnsweredBy?: { agent: string; at: string } }

/** A customer of more streams is looked at in these. */
const mostStreams = 20

/** Reads all matters of the customer: four round trips. */
export async function knownCustomer(
  store: Pick<ConversationStore, 'read' | 'anchored'>,
  identity: IdentityStore,
  { id, anchor }: Conversation,
): Promise<KnownCustomer> {
  const record = await findCustomer(identity, streamIdentifier(anchor))
  const streams = new Set([anchor, ...(record?.members.map(({ stream }) => stream) ?? [])])
  const matters = await conversationsOf(store, [...streams].slice(0, mostStreams))
  const answers = matters.flatMap(({ answeredBy }) => answeredBy ?? [])
  const [last] = answers.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.agent < b.agent ? -1 : 1))
  return { firstTime: matters.every(matter => matter.id === id), ...(last && { lastAnsweredBy: last }) }
}
