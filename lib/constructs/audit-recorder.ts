import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { QueueFunction } from './queue-function.ts'
import { consumerTimeouts } from './queues.ts'

/** Writes who read or changed which customer. */
export class AuditRecorder extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'record-audit',
      description: 'Writes who read or changed which customer',
      queues: { Audit: queues.audit.queue },
      batchSize: 10,
      environment: { TABLE: table.table.tableName },
      statements: useTable(table, ['PutItem', 'BatchWriteItem']),
      memoryMegabytes: 512,
      timeout: consumerTimeouts.audit,
      errorImpact: 'The audit lags; after five tries its records are set aside.',
      runbook: 'record-audit-fails',
    })
  }
}
