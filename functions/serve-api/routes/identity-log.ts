import { identifierView } from '../../../core/api/identifier.ts'
import {
  identityLogQuerySchema,
  identityLogSchema,
  logPositionSchema,
  showDecision,
} from '../../../core/api/identity-log.ts'
import { Problem } from '../../../core/api/problem.ts'
import { seesPersonalData } from '../../../core/api/role.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** Every decision about who a customer is. The log belongs to the id itself, so a redirect is not followed. */
export const identityLogRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers/{id}/identity-log',
    roles: ['agent', 'social', 'operator'],
    summary: 'The decisions that made a customer what it is, newest first',
    params: customerParams,
    query: identityLogQuerySchema,
    body: nothing,
    answer: identityLogSchema,
    handle: async ({ params, query, actor }) => {
      const before = readCursor(logPositionSchema, query.cursor)
      const { store } = await deps.identity()
      const entries = await store.readLog(params.id, query.limit + 1, before?.seq)
      if (entries.length === 0 && before === undefined)
        throw new Problem('not-found', 'No customer has or had this id.')
      await auditRead(deps, actor, 'identity-log', [params.id])
      const view = identifierView(seesPersonalData(actor))
      const items = entries.slice(0, query.limit).map(entry => showDecision(entry, view))
      const last = items.at(-1)
      return { items, ...(entries.length > query.limit && last && { cursor: writeCursor({ seq: last.seq }) }) }
    },
  }),
]
