import type { Automated } from './automated.ts'
import type { StopReason } from './firing.ts'
import type { Occurrence } from './occurrence.ts'
import type { RuleAction } from './rule.ts'
import type { Situation } from './situation.ts'

/**
 * What keeps automations from going round: on one conversation, what an automation did does not set a rule off that was
 * set off within the hour; one causes another at most three times in a row; and no more than twenty are carried out in
 * an hour whatever caused them.
 */
export const limits = { windowMs: 3_600_000, depth: 3, perHour: 20, answerMs: 24 * 3_600_000 } as const

/** What was set off within the hour before `now`. */
export const recently = ({ fired }: Automated, now: string): Automated['fired'] => {
  const from = Date.parse(now) - limits.windowMs
  return fired.filter(({ at }) => Date.parse(at) > from)
}

/** How many automations led to this one: those that led to its cause, and that. */
export function depthOf({ causedBy }: Occurrence, recent: Automated['fired']): number {
  if (causedBy === undefined) return 0
  const causes = recent.filter(({ rule }) => causedBy.rule === undefined || rule === causedBy.rule)
  return 1 + Math.max(0, ...causes.map(({ depth }) => depth))
}

/** Why a rule that is set off is not carried out, if so. */
export function stoppedBy(
  rule: string,
  { causedBy }: Occurrence,
  depth: number,
  recent: Automated['fired'],
): StopReason | undefined {
  if (causedBy !== undefined && recent.some(fired => fired.rule === rule)) return 'caused by itself'
  if (depth > limits.depth) return 'too deep a chain'
  return recent.length >= limits.perHour ? 'too many in an hour' : undefined
}

/** Why an action is left out of a firing, if so: robots are never answered, which join no
 * conversation either, and customers once a day. */
export function heldBack(
  action: RuleAction,
  { contact }: Situation,
  { answeredAt }: Pick<Automated, 'answeredAt'>,
  now: string,
): StopReason | undefined {
  if (action.do !== 'answer') return undefined
  if (contact === undefined || contact.direction === 'outbound') return 'nothing to answer'
  if (contact.automatic !== undefined) return 'a robot wrote it'
  const since = answeredAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(answeredAt)
  return since < limits.answerMs ? 'answered already today' : undefined
}
