import * as z from 'zod'
import { customerSchema, showCustomer } from '../../../core/api/customer.ts'
import { identifierView } from '../../../core/api/identifier.ts'
import { pageSchema } from '../../../core/api/page.ts'
import { roles, seesPersonalData } from '../../../core/api/role.ts'
import { findCustomer } from '../../../core/identity/read-customer.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, readFacts, requireCustomer } from '../customer-access.ts'
import { readTyped } from '../typed-identifiers.ts'

export const customerParams = z.object({ id: z.string().max(64) })

const identifierQuery = z.strictObject({
  identifier: z.string().min(1).max(600).describe('like phone:+442079460000; a space after phone: reads as +'),
})

/** Customers by identifier and by id. */
export const customerRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/customers',
    roles,
    summary: 'Find the customer of an identifier, written as people write it',
    params: nothing,
    query: identifierQuery,
    body: nothing,
    answer: pageSchema(customerSchema).meta({ id: 'Customers' }),
    handle: async ({ query, actor }) => {
      const identifier = await readTyped(deps, 'query.identifier', query.identifier)
      const { store } = await deps.identity()
      const record = await findCustomer(store, identifier)
      if (record === undefined) return { items: [] }
      const [facts] = await Promise.all([
        readFacts(deps, record),
        auditRead(deps, actor, 'customer', [record.id], { by: `${identifier.type} identifier` }),
      ])
      return { items: [showCustomer(facts, identifierView(seesPersonalData(actor)))] }
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
      const [facts] = await Promise.all([readFacts(deps, record), auditRead(deps, actor, 'customer', [record.id])])
      return showCustomer(facts, identifierView(seesPersonalData(actor)))
    },
  }),
]
