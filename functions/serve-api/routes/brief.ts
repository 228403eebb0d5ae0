import { briefSchema } from '../../../core/api/brief.ts'
import { composeBrief } from '../../../core/brief/compose.ts'
import { rewriteOrKeep } from '../../../core/brief/rewrite.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { readBriefInput } from '../read-brief.ts'
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
      const [input] = await Promise.all([readBriefInput(deps, record), auditRead(deps, actor, 'brief', [record.id])])
      return { lines: await rewriteOrKeep(composeBrief(input), deps.rewriteBrief, input) }
    },
  }),
]
