import * as z from 'zod'
import { identityChangeSchema, pairSchema, revokeSchema } from '../../../core/api/identity-change.ts'
import type { Role } from '../../../core/api/role.ts'
import type { Identifier } from '../../../core/contact/identifier.ts'
import { streamName } from '../../../core/contact/stream.ts'
import { agentLink, keepApart, linkIdentifiers } from '../../../core/identity/link-identifiers.ts'
import { revoke } from '../../../core/identity/revoke.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { actOf, requireDone, showDecided } from '../identity-decision.ts'
import { readTyped } from '../typed-identifiers.ts'

export const identityRoles: Role[] = ['agent', 'social', 'operator']

/** Statements about two identifiers. */
export const linkRoutes = (deps: ApiDependencies): Route[] => [linkRoute(deps), revokeRoute(deps), keepApartRoute(deps)]

const linkRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/links',
    roles: identityRoles,
    summary: 'Record that two identifiers are one person',
    params: nothing,
    query: nothing,
    body: pairSchema,
    answer: identityChangeSchema,
    status: 201,
    handle: async ({ body, actor }) => {
      const [x, y] = await readPair(deps, body)
      const identity = await deps.identity()
      const act = actOf(deps, actor, body.reason)
      const done = requireDone(await linkIdentifiers(identity, x, y, act))
      const streams = [streamName(x), streamName(y)]
      const { id } = agentLink(identity.ids, streamName(x), streamName(y), act, deps.now())
      const withoutEffect = done.refused.find(({ linkId }) => linkId === id)?.reason
      const change = await showDecided(deps, actor, done, streams, { decision: 'link', reason: body.reason })
      return { ...change, linkId: id, ...(withoutEffect && { withoutEffect }) }
    },
  })

const revokeRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/links/{id}/revoke',
    roles: identityRoles,
    summary: 'Take a link back; evidence does not bring it back',
    params: z.object({ id: z.string().max(64) }),
    query: nothing,
    body: revokeSchema,
    answer: identityChangeSchema,
    handle: async ({ params, body, actor }) => {
      const identity = await deps.identity()
      const link = await identity.store.readLink(params.id)
      const done = requireDone(link && (await revoke(identity, link.id, actOf(deps, actor, body.reason))))
      const streams = link ? [link.a, link.b] : []
      const change = await showDecided(deps, actor, done, streams, { decision: 'revoke', reason: body.reason })
      return { ...change, linkId: params.id }
    },
  })

const keepApartRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/cannot-links',
    roles: identityRoles,
    summary: 'Record that two identifiers are two people',
    params: nothing,
    query: nothing,
    body: pairSchema,
    answer: identityChangeSchema,
    status: 201,
    handle: async ({ body, actor }) => {
      const [x, y] = await readPair(deps, body)
      const act = actOf(deps, actor, body.reason)
      const done = requireDone(await keepApart(await deps.identity(), x, y, act))
      const streams = [streamName(x), streamName(y)]
      return showDecided(deps, actor, done, streams, { decision: 'cannot-link', reason: body.reason })
    },
  })

function readPair(
  deps: ApiDependencies,
  { identifiers }: z.output<typeof pairSchema>,
): Promise<[Identifier, Identifier]> {
  return Promise.all([
    readTyped(deps, 'body.identifiers.0', identifiers[0]),
    readTyped(deps, 'body.identifiers.1', identifiers[1]),
  ])
}
