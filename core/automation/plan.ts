import { type Automated, kept } from './automated.ts'
import { type Firing, firingId, isFinished, type Step } from './firing.ts'
import { depthOf, heldBack, recently, stoppedBy } from './guard.ts'
import { type Occurrence, setsOff } from './occurrence.ts'
import type { Rule } from './rule.ts'
import { holdsAll, type Situation } from './situation.ts'

export type Planned = { automated: Automated; firings: Firing[] }

/**
 * What one thing that happened makes rules do on a conversation, and what automation knows of the conversation then.
 * Pure: planning it twice from the same knowledge is planning the same. Rules are asked in the order given; each sees
 * the conversation as it was before any of them. `now` is RFC 3339 UTC.
 */
export function plan(
  rules: readonly Rule[],
  occurrence: Occurrence,
  situation: Situation,
  before: Automated,
  now: string,
): Planned {
  if (before.seen.includes(occurrence.id)) return { automated: before, firings: [] }
  const seen = [...before.seen, occurrence.id].slice(-kept.seen)
  const topics = occurrence.event === 'topic' ? occurrence.values : []
  const known: Automated = { ...before, seen, topics: union(before.topics, topics) }
  const wanted = rules.filter(rule => isSetOff(rule, occurrence, situation))
  return wanted.reduce<Planned>((planned, rule) => withFiring(planned, rule, occurrence, situation, now), {
    automated: known,
    firings: [],
  })
}

/** Whether a rule would be set off, guards aside. */
export const isSetOff = (rule: Rule, occurrence: Occurrence, situation: Situation): boolean =>
  rule.active && rule.since <= occurrence.at && setsOff(rule.when, occurrence) && holdsAll(rule.if, situation)

function withFiring(
  { automated, firings }: Planned,
  rule: Rule,
  occurrence: Occurrence,
  situation: Situation,
  now: string,
): Planned {
  const firing = firingOf(rule, occurrence, situation, automated, now)
  const { id, depth } = firing
  const carriedOut = firing.stopped === undefined
  const answers =
    carriedOut && firing.steps.some(({ action, outcome }) => action.do === 'answer' && outcome === 'waiting')
  const fired = [...recently(automated, now), ...(carriedOut ? [{ rule: rule.id, at: now, depth }] : [])]
  const next: Automated = {
    ...automated,
    fired: fired.slice(-kept.fired),
    pending: isFinished(firing) ? automated.pending : [...automated.pending, id].slice(-kept.pending),
    ...(answers && { answeredAt: now }),
  }
  return { automated: next, firings: [...firings, firing] }
}

function firingOf(rule: Rule, occurrence: Occurrence, situation: Situation, automated: Automated, now: string): Firing {
  const recent = recently(automated, now)
  const depth = depthOf(occurrence, recent)
  const stopped = stoppedBy(rule.id, occurrence, depth, recent)
  const { id: conversation } = situation.conversation
  const steps = rule.actions.map((action, at): Step => {
    const before = rule.actions.slice(0, at).some(other => other.do === 'answer') ? { answeredAt: now } : automated
    const held = stopped ?? heldBack(action, situation, before, now)
    return held === undefined ? { action, outcome: 'waiting' } : { action, outcome: 'stopped', detail: held }
  })
  return {
    v: 1,
    id: firingId(rule.id, occurrence.id, conversation),
    version: 1,
    ...{ rule: rule.id, ruleName: rule.name, conversation, occurrence, at: now, depth, steps },
    ...(stopped !== undefined && { stopped }),
  }
}

const union = (known: string[], more: string[]): string[] => [...new Set([...known, ...more])].slice(-kept.topics)
