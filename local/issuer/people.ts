import * as z from 'zod'
import { type Role, roles } from '../../core/api/role.ts'
import type { Agent } from '../../core/people/agent.ts'
import type { PeopleStore } from '../../core/people/people-store.ts'
import type { Team } from '../../core/people/team.ts'

/** Somebody to sign in as on this machine. `teams` are names. */
export type Person = { role: Role; name: string; teams: string[] }

/** Who signs in, as codes, sessions and refresh tokens of this machine carry it. */
export const signedInSchema = z.object({ role: z.enum(roles), name: z.string().min(1).max(128) })
export type SignedIn = z.infer<typeof signedInSchema>

/** The agents who are configured, each in the role that their teams' departments suggest. */
export async function peopleToBe({ agents, teams }: Pick<PeopleStore, 'agents' | 'teams'>): Promise<Person[]> {
  const [listed, known] = await Promise.all([agents.list(100), teams.list(100)])
  return listed.filter(({ active }) => active).map(agent => personOf(agent, known))
}

function personOf({ id, name, teams }: Agent, known: Team[]): Person & { id: string } {
  const theirs = known.filter(team => teams.includes(team.id))
  const social = theirs.length > 0 && theirs.every(({ department }) => department === 'social')
  return { id, name, role: social ? 'social' : 'agent', teams: theirs.map(team => team.name) }
}
