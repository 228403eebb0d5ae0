import { type Conversation, isUnresolved } from '../conversation/conversation.ts'
import { isReachable } from '../people/agent.ts'
import type { Seat } from './seat.ts'

/** Whether somebody else than routing chose the team: a colleague, an automation, or what was late went up. */
export const isTeamOfOthers = ({ assignedBy, team }: Conversation): boolean =>
  team !== undefined &&
  assignedBy !== undefined &&
  (assignedBy.rule === undefined || assignedBy.teamStays === true || assignedBy.team !== team)

/**
 * What routing may do with a conversation. `assign`: it is open and nobody has it. `replace`: a rule gave it to somebody,
 * and it has opened again since; if they are not there any more, somebody else gets it. `leave`: everything else, what a
 * person gave to somebody above all.
 */
export function standing(conversation: Conversation): 'assign' | 'replace' | 'leave' {
  const { status, assignee, assignedBy, since } = conversation
  if (status !== 'open' || !isUnresolved(conversation)) return 'leave'
  if (assignee === undefined) return 'assign'
  const byRule = assignedBy?.rule !== undefined && assignedBy.to === assignee
  return byRule && since > assignedBy.at ? 'replace' : 'leave'
}

/** Whether the person who has it is there to go on with it. */
export const isAttended = ({ assignee }: Conversation, seats: readonly Seat[]): boolean =>
  seats.some(({ agent }) => agent.id === assignee && isReachable(agent))
