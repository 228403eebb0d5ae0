import type * as z from 'zod'
import { ruleInputSchema } from '../../../core/api/automation.ts'
import type { Automation, AutomationSettings } from '../../client/api.ts'
import { ApiProblem } from '../../client/problem.ts'

/** A condition as it is written: `values` of most fields, `is` of those that hold or do not. */
export type ConditionDraft = { field: ConditionField; op: 'is' | 'is-not'; values: string[]; is: boolean }

export const conditionFields = [
  ...(['channel', 'network', 'direction', 'brand', 'department', 'team', 'assignee', 'status'] as const),
  ...(['priority', 'tags', 'topics', 'language', 'words', 'outside-hours', 'first-time'] as const),
] as const
export type ConditionField = (typeof conditionFields)[number]

export const isYesOrNo = (field: ConditionField): boolean => field === 'outside-hours' || field === 'first-time'

export type Action = Automation['actions'][number]
export type When = Automation['when']

/** A rule of automation while it is written. */
export type RuleDraft = {
  id: string
  name: string
  active: boolean
  when: When
  all: ConditionDraft[]
  any: ConditionDraft[]
  actions: readonly Action[]
}

export const blankDraft: RuleDraft = {
  ...{ id: '', name: '', active: false, when: { event: 'contact' }, all: [], any: [] },
  actions: [{ do: 'tag', add: [], remove: [] }],
}

export const draftOf = ({ id, name, active, when, if: conditions, actions }: Automation): RuleDraft => ({
  ...{ id, name, active, when, actions },
  all: conditions.all.map(conditionDraft),
  any: conditions.any.map(conditionDraft),
})

const conditionDraft = (condition: Automation['if']['all'][number]): ConditionDraft =>
  'values' in condition
    ? { field: condition.field, op: condition.op, values: [...condition.values], is: true }
    : { field: condition.field, op: 'is', values: [], is: condition.is }

const conditionOf = ({ field, op, values, is }: ConditionDraft) =>
  isYesOrNo(field) ? { field, is } : { field, op, values }

/** What the API is sent. Rejects, as the API would, with the fields that are not right. */
export function settingsOf(draft: RuleDraft): AutomationSettings {
  const { name, active, when, actions } = draft
  const conditions = { all: draft.all.map(conditionOf), any: draft.any.map(conditionOf) }
  const parsed = ruleInputSchema.safeParse({ name, active, when, actions, if: conditions })
  if (parsed.success) return parsed.data
  throw new ApiProblem(422, { title: 'The rule is not whole yet', errors: errorsOf(parsed.error) })
}

const errorsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ field: ['body', ...path].join('.'), message }))
