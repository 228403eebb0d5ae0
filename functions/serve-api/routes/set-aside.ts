import * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import {
  replayQueue,
  replaySchema,
  setAsideListSchema,
  setAsidePositionSchema,
  setAsideQuerySchema,
} from '../../../core/api/set-aside.ts'
import { deliverySchema } from '../../../core/record/delivery.ts'
import type { SetAside } from '../../../core/record/set-aside.ts'
import { readCursor, writeCursor } from '../../kit/http/cursor.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

/** What could not be understood or recorded. */
export const setAsideRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/set-aside',
    roles: ['operator'],
    summary: 'What could not be understood or recorded, newest first',
    params: nothing,
    query: setAsideQuerySchema,
    body: nothing,
    answer: setAsideListSchema,
    handle: async ({ query }) => {
      const before = readCursor(setAsidePositionSchema, query.cursor)
      const found = await deps.setAside.list(query.limit + 1, before?.id)
      const items = found.slice(0, query.limit)
      const last = items.at(-1)
      return { items, ...(found.length > query.limit && last && { cursor: writeCursor({ id: last.id }) }) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/set-aside/{id}/replay',
    roles: ['operator'],
    summary: 'Send it back to its queue; it leaves the list once it is understood',
    params: z.object({ id: z.string().max(256) }),
    query: nothing,
    body: nothing,
    answer: replaySchema,
    status: 202,
    handle: async ({ params: { id } }) => {
      const item = await deps.setAside.read(id)
      if (item === undefined) throw new Problem('not-found', 'Nothing is set aside under this id.')
      const replays = item.replays + 1
      await deps.setAside.write({ ...item, replays })
      await replay(deps, item)
      return { id, replays }
    },
  }),
]

/** Nothing tells when an audit record was written, but writing it again would change nothing. */
async function replay(deps: ApiDependencies, item: SetAside): Promise<void> {
  const queue = replayQueue(item)
  const message = JSON.parse(item.message)
  if (queue !== 'audit') return deps.replay(queue, { ...deliverySchema.parse(message), replayOf: item.id })
  await deps.replay(queue, message)
  await deps.setAside.remove(item.id)
}
