import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationDeps } from '../conversation/deps.ts'
import type { Team } from '../people/team.ts'
import type { KnownCustomer } from './customer.ts'
import type { RoutingRule } from './rule.ts'
import type { RoutingStore } from './store.ts'

/** What routing needs. Rules and teams may be kept for half a minute. */
export type RoutingDeps = Pick<ConversationDeps, 'store' | 'timeline' | 'terms' | 'now' | 'pause'> & {
  routing: RoutingStore
  rules: () => Promise<RoutingRule[]>
  teams: () => Promise<Team[]>
  customer: (conversation: Conversation) => Promise<KnownCustomer>
}
