import * as z from 'zod'
import { agentSchema, availabilitySchema, slugSchema } from '../people/agent.ts'
import { pageSchema } from './page.ts'

const { teams, skills, languages, active, capacity } = agentSchema.shape

/** The subject of a person's tokens; in a path to read, `me` is whoever asks. */
export const agentIdSchema = agentSchema.shape.id
export const agentOrMeSchema = slugSchema

/** An agent as an operator configures them. Without `availability` they stay as they are; at first, offline. */
export const agentInputSchema = agentSchema
  .omit({ v: true, id: true })
  .extend({
    teams: teams.default([]),
    skills: skills.default([]),
    languages: languages.default([]),
    capacity: capacity.default(20),
    active: active.default(true),
    availability: availabilitySchema.optional(),
  })
  .strict()
  .meta({ id: 'AgentSettings' })

export const availabilityInputSchema = z.strictObject({ availability: availabilitySchema }).meta({ id: 'Availability' })
export const shownAgentSchema = agentSchema.omit({ v: true }).meta({ id: 'Agent' })
export const agentsSchema = pageSchema(shownAgentSchema).meta({ id: 'Agents' })
