import type { ConversationDeps } from '../conversation/deps.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Firing } from './firing.ts'
import type { Rule } from './rule.ts'
import type { AutomationStore } from './store.ts'

/** What became of an action that others carry out: refused for good, with what to do about it. */
export type ActionOutcome = { outcome: 'done' } | { outcome: 'refused'; detail: string }

/** An answer to be given: the same `id` (32 hex digits) again is the same answer. */
export type AskedAnswer = { id: string; conversation: string; macro: string; rule: string; at: string }

/** What carrying out rules needs, besides reading conversations. */
export type AutomationDeps = {
  conversations: Omit<ConversationDeps, 'read' | 'teamFor'>
  automations: AutomationStore
  people: Pick<PeopleStore, 'agents' | 'teams'>
  /** The active rules, in the order of their ids; a change may be seen half a minute late. */
  rules: () => Promise<readonly Rule[]>
  /** Puts an answer from a macro on its way, once for an id. */
  answer: (asked: AskedAnswer) => Promise<ActionOutcome>
  /** Tells one webhook of a firing, once for a firing. */
  call: (hook: string, firing: Firing) => Promise<ActionOutcome>
}
