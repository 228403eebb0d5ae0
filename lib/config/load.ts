import type * as z from 'zod'
import { type StageConfig, stageConfigSchema, stageNames } from './schema.ts'
import { stages } from './stages.ts'

/** The configuration was refused; the message names each setting and what is allowed there. */
export class ConfigRefused extends Error {
  override name = 'ConfigRefused'
}

/**
 * The settings of the stage that `cdk … -c stage=<name>` names; without a name, those of `local`; `all` is every stage,
 * whose functions are then bundled once.
 *
 * @throws ConfigRefused
 */
export function loadStages(name: unknown): StageConfig[] {
  return name === 'all' ? stageNames.map(stage => loadStage(stage)) : [loadStage(name)]
}

/** The settings of one stage. @throws ConfigRefused */
export function loadStage(name: unknown = 'local'): StageConfig {
  const known = stageNames.find(stage => stage === name)
  if (known === undefined) {
    throw new ConfigRefused(`stage: "${String(name)}" is not a stage; allowed: ${stageNames.join(', ')} (-c stage=dev)`)
  }
  return parseStage(stages[known])
}

/** The settings, checked. @throws ConfigRefused */
export function parseStage(settings: unknown): StageConfig {
  const parsed = stageConfigSchema.safeParse(settings)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${describe(issue)}`)
  throw new ConfigRefused(`lib/config/stages.ts is refused:\n${lines.join('\n')}`)
}

function describe(issue: z.core.$ZodIssue): string {
  const setting = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return `${[setting, issue.keys.join(', ')].filter(Boolean).join('.')}: no such setting; see lib/config/schema.ts`
  }
  if (issue.path[0] === 'stage') return `stage: allowed: ${stageNames.join(', ')}`
  return `${setting}: allowed: ${issue.message}`
}
