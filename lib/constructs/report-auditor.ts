import { Duration } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { BundledFunction } from './bundled-function.ts'

/** Recomputes reports each night from what is stored and compares every cell; it fails when any differs. */
export class ReportAuditor extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'audit-reports',
      description: 'Recomputes reports from what is stored and compares every cell',
      environment: { TABLE: table.table.tableName, REPORTS_QUEUE_URL: queues.reports.queue.queueUrl },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'DeleteItem']),
        sendTo(queues.reports.queue),
      ],
      memoryMegabytes: 2048,
      timeout: Duration.minutes(15),
      errorImpact: 'Some figures of reports are not what the stored contacts come to, or nobody looked this night.',
      runbook: 'audit-reports-fails',
    })
    const rule = new CfnRule(this, 'EachNight', {
      description: 'Calls audit-reports each night',
      scheduleExpression: 'cron(20 3 * * ? *)',
      targets: [{ id: 'audit-reports', arn: this.function.functionArn }],
    })
    new CfnPermission(this, 'MayCall', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    })
  }
}
