import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { readSecret, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'

export type SurveyAskerProps = { foundation: Foundation; publicUrl: string }

/** Asks customers each minute about what was resolved. Apart from the clocks, which must not wait for it. */
export class SurveyAsker extends BundledFunction {
  constructor(scope: Construct, id: string, { foundation, publicUrl }: SurveyAskerProps) {
    const { config, alarms, table, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'ask-surveys',
      description: 'Asks customers how it went, some time after their matter was resolved',
      environment: {
        TABLE: table.table.tableName,
        IDENTITY_SECRET: secrets.names.identity,
        PUBLIC_URL: publicUrl,
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 512,
      timeout: Duration.seconds(55),
      errorImpact: 'Customers are not asked how it went; what is a day late is not asked at all.',
      runbook: 'ask-surveys-fails',
    })
    const rule = new CfnRule(this, 'EachMinute', {
      description: 'Calls ask-surveys each minute',
      scheduleExpression: 'rate(1 minute)',
      targets: [{ id: 'ask-surveys', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
