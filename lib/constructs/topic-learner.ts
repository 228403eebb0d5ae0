import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'
import { insightsModel } from './insights-model.ts'

/**
 * Clusters the newest contacts into topics each night, and learns sentiment from what people said of it. On one machine
 * each hour: it may be off at night, and whoever tries it does not wait for the next day.
 */
export class TopicLearner extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table } = foundation
    const model = insightsModel(scope, config)
    super(scope, id, {
      config,
      alarms,
      name: 'learn-topics',
      description: 'Clusters contacts into topics each night, and learns sentiment from corrections and ratings',
      environment: { TABLE: table.table.tableName, ...model.environment },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem']),
        ...model.statements,
      ],
      memoryMegabytes: 2048,
      timeout: Duration.minutes(15),
      errorImpact:
        'New topics are not found, and corrections are not learned from; contacts keep being assigned as before.',
      runbook: 'learn-topics-fails',
    })
    const rule = new CfnRule(this, 'EachNight', {
      description: 'Calls learn-topics',
      scheduleExpression: config.stage === 'local' ? 'rate(1 hour)' : 'cron(30 2 * * ? *)',
      targets: [{ id: 'learn-topics', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
