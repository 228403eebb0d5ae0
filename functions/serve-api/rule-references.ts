import { type FieldError, Problem } from '../../core/api/problem.ts'
import type { Agent } from '../../core/people/agent.ts'
import type { PeopleStore } from '../../core/people/people-store.ts'
import type { RoutingRule } from '../../core/routing/rule.ts'

/** More than a company has. */
const mostAgents = 2000
const mostTeams = 500

/** As many as a person reads; what goes beyond is in GET /v1/agents and GET /v1/teams. */
const mostNamed = 30

/** The agents, for who asks on; throws `Problem` where a rule names what is not there, with what is. */
export async function requireRuleReferences(
  { agents, teams }: PeopleStore,
  rules: { path: string; rule: Pick<RoutingRule, 'to'> }[],
): Promise<Agent[]> {
  const [people, known] = await Promise.all([agents.list(mostAgents), teams.list(mostTeams)])
  const teamIds = known.map(({ id }) => id)
  const agentIds = people.map(({ id }) => id)
  const skills = [...new Set(people.flatMap(agent => agent.skills))].sort()
  const errors = rules.flatMap(({ path, rule: { to } }) => [
    ...missing(`${path}.to.team`, 'team', to.team, teamIds),
    ...missing(`${path}.to.agent`, 'agent', to.agent, agentIds),
    ...missing(`${path}.to.specialist`, 'skill that anybody has', to.specialist, skills),
    ...to.skills.flatMap((skill, n) => missing(`${path}.to.skills.${n}`, 'skill that anybody has', skill, skills)),
  ])
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors: errors.slice(0, mostNamed) })
  return people
}

function missing(field: string, what: string, wanted: string | undefined, known: string[]): FieldError[] {
  if (wanted === undefined || known.includes(wanted)) return []
  const named = known.length === 0 ? 'none yet' : known.slice(0, mostNamed).join(', ')
  return [{ field, message: `is no ${what}; there ${known.length === 1 ? 'is' : 'are'} ${named}` }]
}
