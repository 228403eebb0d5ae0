import { teamSchema } from '../people/team.ts'
import { pageSchema } from './page.ts'

export const teamIdSchema = teamSchema.shape.id

/** A team as it is configured; its id is in the path. */
export const teamInputSchema = teamSchema.omit({ v: true, id: true }).strict().meta({ id: 'TeamSettings' })
export const shownTeamSchema = teamSchema.omit({ v: true }).meta({ id: 'Team' })
export const teamsSchema = pageSchema(shownTeamSchema).meta({ id: 'Teams' })
