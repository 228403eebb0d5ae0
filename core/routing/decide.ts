import { type Priority, priorities } from '../clock/policy.ts'
import type { Conversation, Needs } from '../conversation/conversation.ts'
import { isReachable } from '../people/agent.ts'
import { type Asked, conditionsOf, speaks } from './applies.ts'
import { byFairness, byName, forKnowing, nobody, withSpecialist } from './reason.ts'
import { inForce, type RoutingRule } from './rule.ts'
import { type Fitting, fairest, type Help, hasSkills, isFree, type Seat } from './seat.ts'
import { isTeamOfOthers } from './standing.ts'

/** Whoever answered a customer within this time knows them, in milliseconds. */
const knowsFor = 30 * 24 * 3_600_000

/** Everything that a decision is made of; nothing else is looked at. */
export type RouteInput = Asked & {
  rules: RoutingRule[]
  seats: Seat[]
  /** Who answered this customer last, in whatever matter. */
  lastAnsweredBy?: { agent: string; at: string } | undefined
  /** RFC 3339 UTC, ms. */
  now: string
}

/**
 * Where a conversation goes. Without `assignee` it waits in the queue of its team for somebody who has what it `needs`.
 * The `specialist` is asked to help the assignee, who answers where the customer asked.
 */
export type Route = {
  rule: RoutingRule
  team?: string
  assignee?: string
  specialist?: string
  priority?: Priority
  needs?: Needs
  reason: string
}

/**
 * The decision of the first rule in force that applies; undefined where none does. Chosen is somebody who is online,
 * below capacity, in the team, with the skills, and who speaks the language, if anybody in the team with the skills
 * does: the agent that the rule names, else who can do without help, else who knows the customer, else the fairest.
 */
export function decideRoute(input: RouteInput): Route | undefined {
  const applies = conditionsOf(input)
  const rule = inForce(input.rules).find(({ when }) => applies(when))
  if (rule === undefined) return undefined
  const team = teamFor(input, rule)
  const fitting = fittingFor(input, rule, team)
  const chosen = choose(input, rule, fitting)
  const priority = priorityFor(input.conversation, rule)
  const placed = { rule, ...(team !== undefined && { team }), ...(priority !== undefined && { priority }) }
  if (chosen === undefined) return { ...placed, needs: fitting.needs, reason: nobody(rule, fitting) }
  const help = helpFor(input, rule, chosen.seat)
  const reason = withSpecialist(chosen.reason, rule, help)
  return { ...placed, assignee: chosen.seat.agent.id, ...(help.seat && { specialist: help.seat.agent.id }), reason }
}

/** The team that somebody else chose stays. */
const teamFor = ({ conversation }: RouteInput, { to }: RoutingRule): string | undefined =>
  isTeamOfOthers(conversation) ? conversation.team : (to.team ?? conversation.team)

/** Everybody who could answer, were they there and free. */
function fittingFor({ conversation, seats }: RouteInput, { to }: RoutingRule, team: string | undefined): Fitting {
  const from = conversation.assignedBy?.from
  const skilled = seats.filter(
    seat =>
      seat.agent.active &&
      seat.agent.id !== from &&
      (team === undefined || seat.agent.teams.includes(team)) &&
      hasSkills(seat, to.skills),
  )
  const { language } = conversation
  const named = to.agent === undefined ? {} : { agent: to.agent }
  const needs = { skills: to.skills, ...named }
  if (language === undefined) return { seats: skilled, needs }
  const speakers = skilled.filter(({ agent }) => speaks(agent.languages, language))
  if (speakers.length === 0) return { seats: skilled, needs, unspoken: language }
  return { seats: speakers, needs: { ...needs, language } }
}

type Chosen = { seat: Seat; reason: string }

function choose(input: RouteInput, rule: RoutingRule, fitting: Fitting): Chosen | undefined {
  const { agent, specialist } = rule.to
  const named = agent === undefined ? undefined : namedSeat(input, rule, agent)
  if (named) return { seat: named, reason: byName(rule, named) }
  const free = fitting.seats.filter(isFree)
  const alone = specialist === undefined ? [] : free.filter(seat => hasSkills(seat, [specialist]))
  const able = alone.length > 0 ? alone : free
  const knowing = able.find(seat => seat.agent.id === knownBy(input))
  if (knowing) return { seat: knowing, reason: forKnowing(rule, knowing) }
  const fair = fairest(able)
  return fair && { seat: fair, reason: byFairness(rule, fair, fitting.unspoken) }
}

const namedSeat = ({ seats, conversation }: RouteInput, { to }: RoutingRule, id: string): Seat | undefined =>
  seats.find(
    seat => seat.agent.id === id && id !== conversation.assignedBy?.from && isFree(seat) && hasSkills(seat, to.skills),
  )

function knownBy({ lastAnsweredBy, now }: RouteInput): string | undefined {
  if (lastAnsweredBy === undefined || Date.parse(now) - Date.parse(lastAnsweredBy.at) > knowsFor) return undefined
  return lastAnsweredBy.agent
}

/**
 * Being asked to help takes no place among the conversations that a specialist may have. Where nobody with the skill is
 * online, somebody who is not is asked all the same: they find the question when they come.
 */
function helpFor({ seats }: RouteInput, { to: { specialist } }: RoutingRule, assignee: Seat): Help {
  if (specialist === undefined || hasSkills(assignee, [specialist])) return { wanted: false }
  const able = seats.filter(seat => seat.agent.active && hasSkills(seat, [specialist]))
  const there = able.filter(({ agent }) => isReachable(agent))
  return { wanted: true, seat: fairest(there.length > 0 ? there : able) }
}

/** What nobody has made more urgent, or less, takes the rule's; else the more urgent of both stays. */
function priorityFor({ priority, assignedBy }: Conversation, rule: RoutingRule): Priority | undefined {
  const wanted = rule.to.priority
  if (wanted === undefined || assignedBy?.rule === rule.id) return undefined
  if (priority === 'normal') return wanted === priority ? undefined : wanted
  return priorities.indexOf(wanted) > priorities.indexOf(priority) ? wanted : undefined
}
