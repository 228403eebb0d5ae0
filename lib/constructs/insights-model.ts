import { Stack } from 'aws-cdk-lib'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { askModel } from '../permissions.ts'

/** What a function needs that asks the model of `insightsModel`: nothing where the stage names none. */
export function insightsModel(
  scope: Construct,
  config: StageConfig,
): { environment: { INSIGHTS_MODEL?: string }; statements: PolicyStatement[] } {
  const model = config.stage === 'local' ? undefined : config.insightsModel
  if (model === undefined) return { environment: {}, statements: [] }
  return { environment: { INSIGHTS_MODEL: model }, statements: [askModel(Stack.of(scope), model)] }
}
