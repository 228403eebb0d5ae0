import type { Say } from '../words/words.ts'
import type { MacroActions } from './written.ts'

type Names = { agent: (id: string) => string; team: (id: string) => string }

/** What a macro does to the conversation, in words. */
export function actionTexts({ status, tags, assign, priority }: MacroActions, say: Say, names: Names): string[] {
  const nobody = say('queue.nobody')
  return [
    ...(tags?.add ?? []).map(tag => `+${tag}`),
    ...(tags?.remove ?? []).map(tag => `−${tag}`),
    ...(priority ? [`${say('matter.priority')}: ${say(`priority.${priority}`)}`] : []),
    ...(assign?.team === undefined
      ? []
      : [`${say('filter.team')}: ${assign.team === null ? nobody : names.team(assign.team)}`]),
    ...(assign?.assignee === undefined
      ? []
      : [`${say('matter.assignee')}: ${assign.assignee === null ? nobody : names.agent(assign.assignee)}`]),
    ...(status ? [`${say('acts.status')}: ${say(`status.${status}`)}`] : []),
  ]
}
