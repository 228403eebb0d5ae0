/** What follows the changes of the table: each has a queue of its own, named as its stage is. */
export const changeStages = [
  'conversations',
  'search',
  'counts',
  'outbox',
  'routing',
  'automations',
  'hooks',
  'archive',
  'reports',
] as const
export type ChangeStage = (typeof changeStages)[number]

const names: readonly string[] = changeStages

export const isChangeStage = (stage: string): stage is ChangeStage => names.includes(stage)
