import { type FieldError, Problem } from '../../core/api/problem.ts'
import { always } from '../../core/hours/hours.ts'
import type { Agent } from '../../core/people/agent.ts'
import type { PeopleStore } from '../../core/people/people-store.ts'
import type { Team } from '../../core/people/team.ts'

/** Longer ways of escalation than anybody has. */
const mostSteps = 20

/** Throws `Problem` where a team names what is not there, or would be escalated to itself at last. */
export async function requireTeamReferences(people: PeopleStore, team: Omit<Team, 'v'>): Promise<void> {
  const errors: FieldError[] = []
  if (team.hours !== always.id && (await people.hours.read(team.hours)) === undefined)
    errors.push({ field: 'body.hours', message: 'is no id of hours: configure them first, or use always' })
  const wrong = await escalationError(people, team)
  if (wrong !== undefined) errors.push({ field: 'body.escalateTo', message: wrong })
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}

async function escalationError(
  { teams }: PeopleStore,
  { id, escalateTo }: Omit<Team, 'v'>,
): Promise<string | undefined> {
  let next = escalateTo
  for (let step = 0; next !== undefined; step++) {
    if (next === id || step === mostSteps) return 'leads back to this team'
    const team: Team | undefined = await teams.read(next)
    if (team === undefined) return 'is no id of a team: configure it first'
    next = team.escalateTo
  }
  return undefined
}

/** Throws `Problem` where an agent is in a team that is not there. */
export async function requireTeams({ teams }: PeopleStore, agent: Pick<Agent, 'teams'>): Promise<void> {
  const found = await Promise.all(agent.teams.map(teams.read))
  const errors = found.flatMap((team, at) =>
    team === undefined ? [{ field: `body.teams.${at}`, message: 'is no id of a team: configure it first' }] : [],
  )
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}
