import * as z from 'zod'
import { customerSchema, type ShownCustomer, showCustomer } from '../../../core/api/customer.ts'
import { cursorTextSchema } from '../../../core/api/page.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, roles } from '../../../core/api/role.ts'
import { foundCustomersSchema, typedQuerySchema } from '../../../core/api/search.ts'
import { positionSchema } from '../../../core/api/timeline.ts'
import { findCustomer } from '../../../core/identity/read-customer.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, readFacts, requireCustomer } from '../customer-access.ts'
import { findCustomers } from '../find-customers.ts'
import { sightOf } from '../reveal-access.ts'
import { requireQuery } from '../search-access.ts'
import { readTyped } from '../typed-identifiers.ts'

export const customerParams = z.object({ id: z.string().max(64) })

const customersQuery = z.strictObject({
  identifier: z
    .string()
    .min(1)
    .max(600)
    .optional()
    .describe('like phone:+442079460000; a space after phone: reads as +'),
  q: typedQuerySchema.optional(),
  cursor: cursorTextSchema.optional(),
  limit: z.coerce.number().int().min(1).max(25).default(10),
})

/** Customers by identifier, by what was typed, and by id. */
export const customerRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers',
    roles,
    summary:
      'Find customers: by identifier, written as people write it, or by q, anything in their contacts, the last in touch first',
    params: nothing,
    query: customersQuery,
    body: nothing,
    answer: foundCustomersSchema,
    handle: async ({ query: { identifier, q, cursor, limit }, actor }) => {
      if ((identifier === undefined) === (q === undefined)) throw eitherOr()
      if (q === undefined) return { items: await customersNamed(deps, actor, identifier ?? '') }
      const before = readCursor(positionSchema, cursor)
      const asked = { typed: q, query: requireQuery(q), limit, ...(before && { before }) }
      const { items, next, notice } = await findCustomers(deps, actor, asked)
      return { items, ...notice, ...(next && { cursor: writeCursor(next) }) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers/{id}',
    roles,
    summary: 'A customer: identifiers with tier and evidence, departments in touch',
    params: customerParams,
    query: nothing,
    body: nothing,
    answer: customerSchema,
    handle: async ({ params, actor }) => {
      const record = await requireCustomer(deps, params.id)
      const [facts, sight] = await Promise.all([
        readFacts(deps, record),
        sightOf(deps, actor, record.id),
        auditRead(deps, actor, 'customer', [record.id]),
      ])
      return showCustomer(facts, sight)
    },
  }),
]

const eitherOr = (): Problem =>
  new Problem('invalid-request', undefined, {
    errors: [{ field: 'query.q', message: 'give either q or identifier' }],
  })

/** The one customer of an identifier, if it has one. */
async function customersNamed(deps: ApiDependencies, actor: Actor, typed: string): Promise<ShownCustomer[]> {
  const identifier = await readTyped(deps, 'query.identifier', typed)
  const { store } = await deps.identity()
  const record = await findCustomer(store, identifier)
  if (record === undefined) return []
  const [facts, sight] = await Promise.all([
    readFacts(deps, record),
    sightOf(deps, actor, record.id),
    auditRead(deps, actor, 'customer', [record.id], { by: `${identifier.type} identifier` }),
  ])
  return [showCustomer(facts, sight)]
}
