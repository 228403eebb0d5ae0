import * as z from 'zod'
import { hoursIdSchema, hoursInputSchema, hoursListSchema, shownHoursSchema } from '../../../core/api/hours.ts'
import { Problem } from '../../../core/api/problem.ts'
import { roles } from '../../../core/api/role.ts'
import { always } from '../../../core/hours/hours.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

const params = z.object({ id: hoursIdSchema })

/** When people work. `always` is there from the start, and stays as it is. */
export const hoursRoutes = ({ people: { hours } }: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/hours',
    roles,
    summary: 'The configured hours',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: hoursListSchema,
    handle: ({ query }) => pageOf(hours, query),
  }),
  route({
    method: 'GET',
    path: '/v1/hours/{id}',
    roles,
    summary: 'Hours: each week, and the days on which it is otherwise; `always` is around the clock',
    params,
    query: nothing,
    body: nothing,
    answer: shownHoursSchema,
    handle: async ({ params: { id } }) => (id === always.id ? always : requireFound(await hours.read(id), 'hours')),
  }),
  route({
    method: 'PUT',
    path: '/v1/hours/{id}',
    roles: ['operator', 'admin'],
    summary: 'Configure hours; the clocks of a conversation follow at its next event',
    params,
    query: nothing,
    body: hoursInputSchema,
    answer: shownHoursSchema,
    handle: async ({ params: { id }, body }) => {
      if (id === always.id) throw new Problem('conflict', 'These hours are fixed; configure others under another id.')
      const configured = { ...body, v: 1 as const, id }
      await hours.write(configured)
      return configured
    },
  }),
]
