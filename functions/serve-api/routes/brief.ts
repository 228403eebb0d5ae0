import { briefSchema } from '../../../core/api/brief.ts'
import type { BriefInput } from '../../../core/brief/brief.ts'
import { composeBrief } from '../../../core/brief/compose.ts'
import { briefInput, mostEntries } from '../../../core/brief/input.ts'
import { rewriteOrKeep } from '../../../core/brief/rewrite.ts'
import { conversationsOf } from '../../../core/conversation/of-customer.ts'
import type { CustomerRecord } from '../../../core/identity/customer-record.ts'
import { readTimeline } from '../../../core/timeline/read-timeline.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** What to know before speaking to a customer. */
export const briefRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers/{id}/brief',
    roles: ['agent', 'social'],
    summary:
      'What to know before speaking to a customer, in at most 120 words, each line with the entries it comes from',
    params: customerParams,
    query: nothing,
    body: nothing,
    answer: briefSchema,
    handle: async ({ params, actor }) => {
      const record = await requireCustomer(deps, params.id)
      const [input] = await Promise.all([readInput(deps, record), auditRead(deps, actor, 'brief', [record.id])])
      return { lines: await rewriteOrKeep(composeBrief(input), deps.rewriteBrief, input) }
    },
  }),
]

/** Two round trips after the customer's own: entries and the ids of conversations, then what entries refer to and the conversations. */
async function readInput(deps: ApiDependencies, record: CustomerRecord): Promise<BriefInput> {
  const streams = record.members.map(({ stream }) => stream)
  const [page, conversations, sources] = await Promise.all([
    readTimeline(deps.timeline, record.members, { limit: mostEntries }),
    conversationsOf(deps.conversations.store, streams),
    deps.sources.list(100),
  ])
  return briefInput(record, page.items, conversations, sources, deps.now())
}
