import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** Notes what lies in which day of the archive, and which days are behind. Few at once: all mark the same few days. */
export class ArchiveNoter extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'note-archive',
      description: 'Notes which days of the archive are behind the table',
      queues: { Archive: queues.archive.queue },
      batchSize: 10,
      maxConcurrency: 4,
      environment: { TABLE: table.table.tableName },
      statements: useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'BatchWriteItem', 'UpdateItem']),
      memoryMegabytes: 512,
      timeout: followerTimeout,
      errorImpact: 'Ad hoc queries do not see what came in last; after five tries a change is set aside.',
      runbook: 'note-archive-fails',
    })
  }
}
