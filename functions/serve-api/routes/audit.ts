import { auditListSchema, auditPositionSchema, auditQuerySchema } from '../../../core/api/audit.ts'
import { readAudit } from '../../../core/audit/read-audit.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** Who read or changed what of a customer. */
export const auditRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers/{id}/audit',
    roles: ['operator', 'admin'],
    summary: 'Who read or changed what of a customer, newest first',
    params: customerParams,
    query: auditQuerySchema,
    body: nothing,
    answer: auditListSchema,
    handle: async ({ params, query, actor }) => {
      const before = readCursor(auditPositionSchema, query.cursor)
      const { id, members } = await requireCustomer(deps, params.id)
      const { ids } = await deps.identity()
      const named = new Set([id, params.id, ...members.map(({ stream }) => ids.customer(stream))])
      const [page] = await Promise.all([
        readAudit(deps.auditRecords, [...named], { limit: query.limit, before, now: deps.now() }),
        auditRead(deps, actor, 'audit', [id]),
      ])
      return { items: page.items, ...(page.next && { cursor: writeCursor(page.next) }) }
    },
  }),
]
