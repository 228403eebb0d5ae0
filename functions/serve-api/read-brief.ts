import type { BriefInput } from '../../core/brief/brief.ts'
import { briefInput, mostEntries } from '../../core/brief/input.ts'
import { conversationsOf } from '../../core/conversation/of-customer.ts'
import type { CustomerRecord } from '../../core/identity/customer-record.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** Two round trips after the customer's own: entries and the ids of conversations, then what entries refer to and the conversations. */
export async function readBriefInput(deps: ApiDependencies, record: CustomerRecord): Promise<BriefInput> {
  const streams = record.members.map(({ stream }) => stream)
  const [page, conversations, sources] = await Promise.all([
    readTimeline(deps.timeline, record.members, { limit: mostEntries }),
    conversationsOf(deps.conversations.store, streams),
    deps.sources.list(100),
  ])
  return briefInput(record, page.items, conversations, sources, deps.now())
}
