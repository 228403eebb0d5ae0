import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'

/** Sees each minute to what came due: clocks that ran out, what was snoozed, promises. One at a time is enough. */
export class ClockStarter extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'fire-clocks',
      description: 'Sees to what came due: clocks that ran out, what was snoozed, promises',
      environment: { TABLE: table.table.tableName },
      statements: useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem']),
      memoryMegabytes: 512,
      timeout: Duration.seconds(55),
      errorImpact: 'Nobody is told of targets and promises that were missed, and nothing that was snoozed comes back.',
      runbook: 'fire-clocks-fails',
    })
    const rule = new CfnRule(this, 'EachMinute', {
      description: 'Calls fire-clocks each minute',
      scheduleExpression: 'rate(1 minute)',
      targets: [{ id: 'fire-clocks', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
