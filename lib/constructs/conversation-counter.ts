import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** Keeps the numbers beside the queues of agents. Few at once: all of them add to the same few counts. */
export class ConversationCounter extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'count-conversations',
      description: 'Keeps the numbers beside the queues of agents',
      queues: { Counts: queues.counts.queue },
      batchSize: 10,
      maxConcurrency: 2,
      environment: { TABLE: table.table.tableName },
      statements: useTable(table, ['GetItem', 'PutItem', 'UpdateItem']),
      memoryMegabytes: 512,
      timeout: followerTimeout,
      errorImpact: 'The numbers beside the queues of agents do not follow; the queues themselves are right.',
      runbook: 'count-conversations-fails',
    })
  }
}
