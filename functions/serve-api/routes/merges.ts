import { identityChangeSchema, mergeSchema, unmergeSchema } from '../../../core/api/identity-change.ts'
import { merge } from '../../../core/identity/merge.ts'
import { unmerge } from '../../../core/identity/unmerge.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireCustomer } from '../customer-access.ts'
import { actOf, requireDone, showDecided } from '../identity-decision.ts'
import { readTyped } from '../typed-identifiers.ts'
import { customerParams } from './customers.ts'
import { identityRoles } from './links.ts'

/** Merging two customers, and taking identifiers away from one. */
export const mergeRoutes = (deps: ApiDependencies): Route[] => [mergeRoute(deps), unmergeRoute(deps)]

const mergeRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/customers/{id}/merge',
    roles: identityRoles,
    summary: 'Merge another customer with this one; unmerge takes it back exactly',
    params: customerParams,
    query: nothing,
    body: mergeSchema,
    answer: identityChangeSchema,
    handle: async ({ params, body, actor }) => {
      const both = await Promise.all([requireCustomer(deps, params.id), requireCustomer(deps, body.with)])
      const act = actOf(deps, actor, body.reason)
      const done = requireDone(await merge(await deps.identity(), params.id, body.with, act))
      const streams = both.flatMap(({ members }) => members.map(({ stream }) => stream))
      return showDecided(deps, actor, done, streams, { decision: 'merge', reason: body.reason })
    },
  })

const unmergeRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/customers/{id}/unmerge',
    roles: identityRoles,
    summary: 'Take identifiers away from a customer, and keep them apart',
    params: customerParams,
    query: nothing,
    body: unmergeSchema,
    answer: identityChangeSchema,
    handle: async ({ params, body, actor }) => {
      const { members } = await requireCustomer(deps, params.id)
      const identifiers = await Promise.all(
        body.identifiers.map((typed, position) => readTyped(deps, `body.identifiers.${position}`, typed)),
      )
      const act = actOf(deps, actor, body.reason)
      const done = requireDone(await unmerge(await deps.identity(), params.id, identifiers, act))
      const streams = members.map(({ stream }) => stream)
      return showDecided(deps, actor, done, streams, { decision: 'unmerge', reason: body.reason })
    },
  })
