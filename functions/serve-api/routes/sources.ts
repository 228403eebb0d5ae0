import * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import {
  shownSourceSchema,
  sourceIdSchema,
  sourceInputSchema,
  sourcePositionSchema,
  sourcesQuerySchema,
  sourcesSchema,
} from '../../../core/api/source.ts'
import { understandIdentifier } from '../../../core/api/typed-identifier.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
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
    summary: 'The configured sources',
    params: nothing,
    query: sourcesQuerySchema,
    body: nothing,
    answer: sourcesSchema,
    handle: async ({ query }) => {
      const after = readCursor(sourcePositionSchema, query.cursor)
      const sources = await deps.sources.list(query.limit + 1, after?.id)
      const items = sources.slice(0, query.limit)
      const last = items.at(-1)
      return { items, ...(sources.length > query.limit && last && { cursor: writeCursor({ id: last.id }) }) }
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
    handle: async ({ params: { id } }) => {
      const source = await deps.sources.read(id)
      if (source === undefined) throw new Problem('not-found', 'No source is configured under this id.')
      return source
    },
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
