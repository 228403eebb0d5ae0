import * as z from 'zod'
import {
  agentIdSchema,
  agentInputSchema,
  agentOrMeSchema,
  agentsSchema,
  availabilityInputSchema,
  shownAgentSchema,
} from '../../../core/api/agent.ts'
import { roles } from '../../../core/api/role.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireTeams } from '../team-references.ts'

/** The people who answer. */
export const agentRoutes = ({ people }: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/agents',
    roles,
    summary: 'The agents',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: agentsSchema,
    handle: ({ query }) => pageOf(people.agents, query),
  }),
  route({
    method: 'GET',
    path: '/v1/agents/{id}',
    roles,
    summary: 'An agent; `me` is whoever asks',
    params: z.object({ id: agentOrMeSchema }),
    query: nothing,
    body: nothing,
    answer: shownAgentSchema,
    handle: async ({ params: { id }, actor }) =>
      requireFound(await people.agents.read(id === 'me' ? actor.subject : id), 'agent'),
  }),
  route({
    method: 'PUT',
    path: '/v1/agents/{id}',
    roles: ['operator', 'admin'],
    summary: 'Configure an agent under the subject of their tokens',
    params: z.object({ id: agentIdSchema }),
    query: nothing,
    body: agentInputSchema,
    answer: shownAgentSchema,
    handle: async ({ params: { id }, body }) => {
      await requireTeams(people, body)
      return people.agents.change(id, known => ({
        ...body,
        v: 1,
        id,
        availability: body.availability ?? known?.availability ?? 'offline',
      }))
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/agents/me/availability',
    roles: ['agent', 'social'],
    summary: 'Say whether one takes conversations now',
    params: nothing,
    query: nothing,
    body: availabilityInputSchema,
    answer: shownAgentSchema,
    handle: ({ actor, body: { availability } }) =>
      people.agents.change(actor.subject, known => ({ ...requireFound(known, 'agent'), availability })),
  }),
]
