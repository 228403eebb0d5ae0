import { auditListSchema, auditPositionSchema, auditQuerySchema } from '../../../core/api/audit.ts'
import { readAudit } from '../../../core/audit/read-audit.ts'
import type { CustomerRecord } from '../../../core/identity/customer-record.ts'
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
      const record = await requireCustomer(deps, params.id)
      const [page] = await Promise.all([
        readAudit(deps.auditRecords, {
          ...(await earlierIds(deps, record)),
          limit: query.limit,
          before,
          now: deps.now(),
        }),
        auditRead(deps, actor, 'audit', [record.id]),
      ])
      return { items: page.items, ...(page.next && { cursor: writeCursor(page.next) }) }
    },
  }),
]

/** A customer is always named for one of its streams, so every id it had is the one that some stream gives. */
async function earlierIds(deps: ApiDependencies, { members }: CustomerRecord) {
  const { store, ids } = await deps.identity()
  const records = await store.readRecords(members.map(({ stream }) => ids.customer(stream)))
  const since = records.map(({ createdAt }) => createdAt).reduce((a, b) => (a < b ? a : b))
  return { customers: records.map(({ id }) => id), since }
}
