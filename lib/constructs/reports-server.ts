import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { askArchive, sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'

/** Reports, and what they need taken in: apart from the API, whose bundle is full and whose people wait for nothing. */
export class ReportsServer extends BundledFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues, archive } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'serve-reports',
      description: 'Answers the HTTP API of reports, and takes in campaigns, outcomes and mention counts',
      environment: {
        TABLE: table.table.tableName,
        AUDIT_QUEUE_URL: queues.audit.queue.queueUrl,
        ATHENA_WORKGROUP: archive.workGroup,
        ARCHIVE_DATABASE: archive.database,
      },
      statements: [
        ...useTable(table, [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'UpdateItem',
          'DeleteItem',
          'ConditionCheckItem',
        ]),
        sendTo(queues.audit.queue),
        ...askArchive(archive),
      ],
      memoryMegabytes: 1024,
      timeout: Duration.seconds(29),
      errorImpact: 'Reports do not open, and campaigns, sales or mention counts are refused; agents are not affected.',
      runbook: 'serve-reports-fails',
    })
    acknowledgeObjectPatterns(this, archive.resource)
  }
}
