import { readingMarkInputSchema, shownReadingMarkSchema } from '../../../core/api/reading-mark.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { conversationRoles } from '../conversation-access.ts'
import { requireCustomer } from '../customer-access.ts'
import { customerParams } from './customers.ts'

/** Up to when whoever asks has read a customer's timeline. It tells nothing of the customer, so that it is not audited. */
export const readingMarkRoutes = (deps: ApiDependencies): Route[] => [readRoute(deps), writeRoute(deps)]

const about = {
  path: '/v1/customers/{id}/reading-mark',
  roles: conversationRoles,
  params: customerParams,
  query: nothing,
  answer: shownReadingMarkSchema,
} as const

const readRoute = (deps: ApiDependencies): Route =>
  route({
    ...about,
    method: 'GET',
    summary: 'Up to when you have read the timeline of a customer',
    body: nothing,
    handle: async ({ params, actor }) => {
      const { id } = await requireCustomer(deps, params.id)
      const mark = await deps.readingMarks.read(actor.subject, id)
      return mark === undefined ? {} : { upTo: mark.upTo }
    },
  })

/** It only moves on: of two windows that are open the one that saw more counts. */
const writeRoute = (deps: ApiDependencies): Route =>
  route({
    ...about,
    method: 'PUT',
    summary: 'Note up to when you have read the timeline of a customer; a mark never moves back',
    body: readingMarkInputSchema,
    handle: async ({ params, body, actor }) => {
      const { id } = await requireCustomer(deps, params.id)
      const known = await deps.readingMarks.read(actor.subject, id)
      // Nobody has read what is still to come.
      const wanted = body.upTo < deps.now() ? body.upTo : deps.now()
      if (known !== undefined && known.upTo >= wanted) return { upTo: known.upTo }
      await deps.readingMarks.write({ v: 1, reader: actor.subject, customer: id, upTo: wanted })
      return { upTo: wanted }
    },
  })
