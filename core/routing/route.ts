import type { Conversation, Needs } from '../conversation/conversation.ts'
import { RetryLater } from '../record/outcome.ts'
import { decideRoute, type Route } from './decide.ts'
import type { RoutingDeps } from './deps.ts'
import { latestContact } from './latest-contact.ts'
import { inForce, mostRules } from './rule.ts'
import { isAttended, standing } from './standing.ts'
import { written } from './written.ts'

const maxRaces = 20

/**
 * `assigned`: somebody has it now who did not before. `waiting`: it waits for somebody. `left`: routing has nothing to do
 * with it: it is not open, a person gave it to somebody, no rule in force applies.
 */
export type Routed = 'assigned' | 'waiting' | 'left'

/**
 * Decides where a conversation goes, as it is now, and writes it. What is decided again is written once; nobody is given
 * more than they can take, because each assignment holds the versions of what it was decided by.
 */
export async function route(deps: RoutingDeps, id: string): Promise<Routed> {
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const [was] = await deps.store.read([id])
    if (was === undefined || standing(was) === 'leave') return 'left'
    const outcome = await attempt(deps, was)
    if (outcome !== 'lost') return outcome
  }
  throw new RetryLater('others kept routing or changing the conversation')
}

async function attempt(deps: RoutingDeps, was: Conversation): Promise<Routed | 'lost'> {
  const rules = inForce(await deps.routing.rules.list(mostRules))
  if (rules.length === 0) return 'left'
  const [seats, contact, customer] = await Promise.all([
    deps.routing.seats(),
    latestContact(deps, was),
    deps.customer(was),
  ])
  if (contact === undefined || (was.assignee !== undefined && isAttended(was, seats))) return 'left'
  const now = deps.now()
  const decided = decideRoute({ conversation: was, contact, rules, seats, now, ...customer })
  if (decided === undefined || (was.assignee !== undefined && decided.assignee === undefined)) return 'left'
  const outcome = decided.assignee === undefined ? 'waiting' : 'assigned'
  if (standsAlready(was, decided)) return outcome
  const seat = seats.find(({ agent }) => agent.id === decided.assignee)
  const write = await written(deps, was, decided, seats)
  const done = seat === undefined ? await deps.store.commit(write) : await deps.routing.assign(write, seat)
  return done ? outcome : 'lost'
}

/** It waits for the same as before, by the same rule: why nobody could take it this time is no news. */
function standsAlready({ assignedBy, team }: Conversation, decided: Route): boolean {
  if (decided.assignee !== undefined || assignedBy?.rule !== decided.rule.id) return false
  return team === decided.team && sameNeeds(assignedBy.needs, decided.needs)
}

const sameNeeds = (a: Needs | undefined, b: Needs | undefined): boolean =>
  a?.agent === b?.agent && a?.language === b?.language && a?.skills.join(' ') === b?.skills.join(' ')
