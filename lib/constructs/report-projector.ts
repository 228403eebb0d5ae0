import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { reportsTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/**
 * Keeps what each customer contributes to the reports. Batches are large and gathered for a second, since customers who
 * change together share the cells they change; few at once, since all of them write to the cells of today.
 */
export class ReportProjector extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'project-reports',
      description: 'Keeps what each customer contributes to the reports',
      queues: { Reports: queues.reports.queue },
      batchSize: 100,
      gather: Duration.seconds(1),
      maxConcurrency: 2,
      environment: { TABLE: table.table.tableName, REPORTS_QUEUE_URL: queues.reports.queue.queueUrl },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem']),
        sendTo(queues.reports.queue),
      ],
      memoryMegabytes: 1024,
      timeout: reportsTimeout,
      errorImpact: 'Reports do not follow what happens; after five tries a change is set aside.',
      runbook: 'project-reports-fails',
    })
  }
}
