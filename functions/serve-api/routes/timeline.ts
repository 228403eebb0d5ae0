import type * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import { roles, seesPersonalData } from '../../../core/api/role.ts'
import { positionSchema, showEntry, timelineQuerySchema, timelineSchema } from '../../../core/api/timeline.ts'
import { readTimeline, type TimelineQuery } from '../../../core/timeline/read-timeline.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** All contacts of a customer. */
export const timelineRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers/{id}/timeline',
    roles,
    summary: 'The timeline of a customer, newest first',
    params: customerParams,
    query: timelineQuerySchema,
    body: nothing,
    answer: timelineSchema,
    handle: async ({ params, query, actor }) => {
      const asked = readQuery(query)
      const { id, members } = await requireCustomer(deps, params.id)
      const [page] = await Promise.all([readPage(deps, members, asked), auditRead(deps, actor, 'timeline', [id])])
      const items = page.items.map(item => showEntry(item, seesPersonalData(actor)))
      return { items, ...(page.next && { cursor: writeCursor(page.next) }) }
    },
  }),
]

function readQuery({ limit, cursor, channel, since, until }: z.output<typeof timelineQuerySchema>): TimelineQuery {
  if (since !== undefined && until !== undefined && since > until) {
    const errors = [{ field: 'query.until', message: 'must not be before since' }]
    throw new Problem('invalid-request', undefined, { errors })
  }
  const before = readCursor(positionSchema, cursor)
  return {
    limit,
    ...(before && { before }),
    ...(channel !== undefined && { channel }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  }
}

/** A cursor from before `since` leaves nothing to read; the table refuses a range that ends before it begins. */
const readPage: ReadPage = async ({ timeline }, members, asked) =>
  asked.before && asked.since !== undefined && asked.before.sortAt < asked.since
    ? { items: [] }
    : readTimeline(timeline, members, asked)

type ReadPage = (
  deps: ApiDependencies,
  members: Parameters<typeof readTimeline>[1],
  asked: TimelineQuery,
) => ReturnType<typeof readTimeline>
