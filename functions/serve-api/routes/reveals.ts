import { revealedSchema, revealInputSchema } from '../../../core/api/reveal.ts'
import { actorName } from '../../../core/api/role.ts'
import { revealFrom } from '../../../core/reveal/reveal.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** One customer, as they are, for those who see customers masked. */
export const revealRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'POST',
    path: '/v1/customers/{id}/reveal',
    roles: ['marketing'],
    summary: 'See the personal data of one customer for a quarter of an hour; who did and why stands in their audit',
    params: customerParams,
    query: nothing,
    body: revealInputSchema,
    answer: revealedSchema,
    handle: async ({ params, body: { reason }, actor }) => {
      const { id } = await requireCustomer(deps, params.id)
      const at = deps.now()
      const reveal = revealFrom(actor.subject, id, at)
      const told = { customer: id, at, actor: actorName(actor), action: 'customer.reveal', detail: { reason } }
      await deps.audit.send([{ v: 1, id: deps.newId(), ...told }])
      await deps.reveals.write(reveal)
      return { customer: id, until: reveal.until }
    },
  }),
]
