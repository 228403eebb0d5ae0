import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationDeps } from '../conversation/deps.ts'
import type { KnownCustomer } from './customer.ts'
import type { RoutingStore } from './store.ts'

/** What routing needs. */
export type RoutingDeps = Pick<ConversationDeps, 'store' | 'timeline' | 'terms' | 'now' | 'pause'> & {
  routing: RoutingStore
  customer: (conversation: Conversation) => Promise<KnownCustomer>
}
