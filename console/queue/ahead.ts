import type { QueryClient } from '@tanstack/react-query'
import type { Api, ConversationRow } from '../client/api.ts'
import type { PageStart } from '../data/entries.ts'
import { dataKeys } from '../data/keys.ts'

/**
 * Asks for all that a matter's screen shows first, at once, as soon as somebody is about to open it: without the customer's
 * id each would wait for the one before. Only then, since whatever is read of a customer stands in their audit.
 */
export function loadAhead(queries: QueryClient, api: Api, { id, customer }: ConversationRow): void {
  void queries.prefetchQuery({
    queryKey: dataKeys.conversation(id),
    queryFn: ({ signal }) => api.readConversation(id, { limit: 1 }, signal),
    staleTime: freshMs,
  })
  if (customer === undefined) return
  void queries.prefetchQuery({
    queryKey: dataKeys.customer(customer),
    queryFn: ({ signal }) => api.readCustomer(customer, signal),
    staleTime: freshMs,
  })
  void queries.prefetchInfiniteQuery({
    queryKey: dataKeys.timeline(customer, undefined, ''),
    queryFn: ({ signal }) => api.readTimeline(customer, { limit: firstPage }, signal),
    initialPageParam: newest,
    staleTime: freshMs,
  })
  void queries.prefetchQuery({
    queryKey: dataKeys.brief(customer),
    queryFn: ({ signal }) => api.readBrief(customer, signal),
    staleTime: freshMs,
  })
}

/** As the timeline itself begins. */
const firstPage = 25
const newest: PageStart = {}

/** What was just loaded is not asked again because somebody presses twice. */
const freshMs = 5000
