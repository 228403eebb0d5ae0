import type { Priority } from '../clock/policy.ts'
import type { Agent } from '../people/agent.ts'
import type { Asked } from './applies.ts'
import { decideRoute, type Route } from './decide.ts'
import type { RoutingRule } from './rule.ts'
import type { Seat } from './seat.ts'

/** What rules would do with a past conversation. Without `assignee` it would wait: nobody is configured who could have it. */
export type Would = {
  rule: string
  team?: string
  assignee?: string
  specialist?: string
  priority?: Priority
}

/** A past conversation under the rules in force and under the others; without either, no rule applies there. */
export type Compared = { conversation: string; at: string; inForce?: Would; previewed?: Would; differs: boolean }

export type Share = { id: string; inForce: number; previewed: number }

export type Preview = { items: Compared[]; agents: Share[]; teams: Share[] }

/**
 * What both sets of rules decide on the same conversations, oldest first, as if everybody who is active were online and
 * nobody ever full: what differs, differs because of the rules. Who was given a customer's matter before knows them. Two
 * decisions differ in team, skills, named agent, specialist, priority, or in whether anybody could have it.
 */
export function preview(
  past: readonly Asked[],
  agents: readonly Agent[],
  inForce: RoutingRule[],
  rules: RoutingRule[],
): Preview {
  const [known, wanted] = [replayed(past, agents, inForce), replayed(past, agents, rules)]
  const items = past.map(({ conversation }, n): Compared => {
    const [now, then] = [known[n], wanted[n]]
    return {
      ...{ conversation: conversation.id, at: conversation.openedAt, differs: kindOf(now) !== kindOf(then) },
      ...(now && { inForce: wouldOf(now) }),
      ...(then && { previewed: wouldOf(then) }),
    }
  })
  return { items, agents: sharesBy(items, 'assignee'), teams: sharesBy(items, 'team') }
}

/** Far more than anybody is given in a preview. */
const neverFull = 1_000_000

function replayed(past: readonly Asked[], agents: readonly Agent[], rules: RoutingRule[]): (Route | undefined)[] {
  const seats: Seat[] = agents.map(agent => ({
    agent: { ...agent, availability: 'online', capacity: agent.capacity * neverFull },
    load: 0,
  }))
  const before = new Map<string, { agent: string; at: string }>()
  return past.map(asked => {
    const { anchor, openedAt } = asked.conversation
    const route = decideRoute({ ...asked, rules, seats, now: openedAt, lastAnsweredBy: before.get(anchor) })
    const seat = seats.find(({ agent }) => agent.id === route?.assignee)
    if (seat === undefined) return route
    seat.load++
    seat.lastAssignedAt = openedAt
    before.set(anchor, { agent: seat.agent.id, at: openedAt })
    return route
  })
}

function kindOf(route: Route | undefined): string {
  if (route === undefined) return ''
  const { rule, team, priority, assignee } = route
  const { skills, agent, specialist } = rule.to
  return JSON.stringify([team, skills, agent, specialist, priority, assignee === undefined])
}

const wouldOf = ({ rule, team, assignee, specialist, priority }: Route): Would => ({
  rule: rule.id,
  ...(team !== undefined && { team }),
  ...(assignee !== undefined && { assignee }),
  ...(specialist !== undefined && { specialist }),
  ...(priority !== undefined && { priority }),
})

/** How many each gets, most under the previewed rules first. */
function sharesBy(items: readonly Compared[], by: 'assignee' | 'team'): Share[] {
  const shares = new Map<string, Share>()
  const add = (set: 'inForce' | 'previewed', id: string | undefined) => {
    if (id === undefined) return
    const share = shares.get(id) ?? { id, inForce: 0, previewed: 0 }
    shares.set(id, { ...share, [set]: share[set] + 1 })
  }
  for (const { inForce, previewed } of items) {
    add('inForce', inForce?.[by])
    add('previewed', previewed?.[by])
  }
  return [...shares.values()].sort((a, b) => b.previewed - a.previewed || (a.id < b.id ? -1 : 1))
}
