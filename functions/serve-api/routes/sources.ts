import * as z from 'zod'
import {
  showListedSource,
  shownSourceSchema,
  sourceIdSchema,
  sourceInputSchema,
  sourcesSchema,
} from '../../../core/api/source.ts'
import { understandIdentifier } from '../../../core/api/typed-identifier.ts'
import { listSources } from '../../../core/source/list-sources.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireUnderstood } from '../typed-identifiers.ts'

const params = z.object({ id: sourceIdSchema })

/** The configured feeds. */
export const sourceRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/sources',
    roles: ['operator'],
    summary: 'The sources, with their health: when something came last, how late it was recorded, silences',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: sourcesSchema,
    handle: async ({ query }) => {
      const list = (limit: number, after?: string) => listSources(deps, limit, after)
      const { items, ...more } = await pageOf({ list }, query)
      return { ...more, webhooksAt: deps.publicUrl, items: items.map(showListedSource) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/sources/{id}',
    roles: ['operator'],
    summary: 'A configured source',
    params,
    query: nothing,
    body: nothing,
    answer: shownSourceSchema,
    handle: async ({ params: { id } }) => requireFound(await deps.sources.read(id), 'source'),
  }),
  route({
    method: 'PUT',
    path: '/v1/sources/{id}',
    roles: ['operator'],
    summary: 'Configure a source; contacts that arrive within half a minute may still use the former settings',
    params,
    query: nothing,
    body: sourceInputSchema,
    answer: shownSourceSchema,
    handle: async ({ params: { id }, body }) => {
      const ownIdentifiers = body.ownIdentifiers.map((own, position) =>
        requireUnderstood(`body.ownIdentifiers.${position}`, understandIdentifier(own, [body.defaultRegion])),
      )
      const source = { ...body, v: 1 as const, id, ownIdentifiers }
      await deps.sources.write(source)
      return source
    },
  }),
]
