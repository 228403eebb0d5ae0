import * as z from 'zod'
import { roles } from '../../../core/api/role.ts'
import { shownTeamSchema, teamIdSchema, teamInputSchema, teamsSchema } from '../../../core/api/team.ts'
import { listQuerySchema, pageOf, requireFound } from '../../kit/http/configured.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { requireTeamReferences } from '../team-references.ts'

const params = z.object({ id: teamIdSchema })

/** The teams, with their hours and what they promise. */
export const teamRoutes = ({ people }: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/teams',
    roles,
    summary: 'The teams',
    params: nothing,
    query: listQuerySchema,
    body: nothing,
    answer: teamsSchema,
    handle: ({ query }) => pageOf(people.teams, query),
  }),
  route({
    method: 'GET',
    path: '/v1/teams/{id}',
    roles,
    summary: 'A team',
    params,
    query: nothing,
    body: nothing,
    answer: shownTeamSchema,
    handle: async ({ params: { id } }) => requireFound(await people.teams.read(id), 'team'),
  }),
  route({
    method: 'PUT',
    path: '/v1/teams/{id}',
    roles: ['operator', 'admin'],
    summary: 'Configure a team; targets are milliseconds of working time',
    params,
    query: nothing,
    body: teamInputSchema,
    answer: shownTeamSchema,
    handle: async ({ params: { id }, body }) => {
      const team = { ...body, v: 1 as const, id }
      await requireTeamReferences(people, team)
      await people.teams.write(team)
      return team
    },
  }),
]
