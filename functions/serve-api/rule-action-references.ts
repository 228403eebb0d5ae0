import { type FieldError, Problem } from '../../core/api/problem.ts'
import type { RuleAction } from '../../core/automation/rule.ts'
import type { ApiDependencies } from './api-dependencies.ts'

/** Throws `Problem` where an action of automation names what is not there. */
export async function requireActionReferences(deps: ApiDependencies, actions: RuleAction[]): Promise<void> {
  const errors = await Promise.all(actions.map((action, at) => errorsOf(deps, action, `body.actions.${at}`)))
  const found = errors.flat()
  if (found.length > 0) throw new Problem('invalid-request', undefined, { errors: found })
}

async function errorsOf(deps: ApiDependencies, action: RuleAction, path: string): Promise<FieldError[]> {
  switch (action.do) {
    case 'assign':
      return [
        ...(await missing(action.assignee, deps.people.agents, `${path}.assignee`, 'is no agent: see GET /v1/agents')),
        ...(await missing(action.team, deps.people.teams, `${path}.team`, 'is no team: see GET /v1/teams')),
      ]
    case 'answer':
      return missing(action.macro, deps.macros, `${path}.macro`, 'is no macro: see GET /v1/macros')
    case 'call':
      return missing(action.hook, deps.hooks.store.hooks, `${path}.hook`, 'is no webhook: see GET /v1/hooks')
    case 'tag':
    case 'ask':
      return []
    default:
      return action satisfies never
  }
}

async function missing(
  id: string | null | undefined,
  { read }: { read: (id: string) => Promise<unknown> },
  field: string,
  message: string,
): Promise<FieldError[]> {
  if (id === undefined || id === null) return []
  return (await read(id)) === undefined ? [{ field, message }] : []
}
