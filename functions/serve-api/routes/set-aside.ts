import * as z from 'zod'
import { Problem } from '../../../core/api/problem.ts'
import {
  replayMessage,
  replaySchema,
  setAsideListSchema,
  setAsidePositionSchema,
  setAsideQuerySchema,
} from '../../../core/api/set-aside.ts'
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
      const sent = replayMessage(item)
      if (sent === undefined) throw new Problem('conflict', 'Its message is in no form that its queue understands.')
      const replays = item.replays + 1
      await deps.setAside.write({ ...item, replays })
      await deps.replay(sent)
      // Nothing tells when an audit record was written, but writing it twice changes nothing.
      if (sent.queue === 'audit') await deps.setAside.remove(id)
      return { id, replays }
    },
  }),
]
