import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { QueueFunction } from './queue-function.ts'
import { deadLetterTimeout } from './work-queue.ts'

/** Turns what was given up into set-aside items, which an operator sees and replays. */
export class DeadLetterKeeper extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'set-aside-dead',
      description: 'Turns dead letters into set-aside items that an operator sees and replays',
      queues: {
        Record: queues.record.deadLetters,
        Split: queues.split.deadLetters,
        Audit: queues.audit.deadLetters,
        Conversations: queues.conversations.deadLetters,
        Search: queues.search.deadLetters,
        Counts: queues.counts.deadLetters,
        Outbox: queues.outbox.deadLetters,
        Routing: queues.routing.deadLetters,
        Automations: queues.automations.deadLetters,
        Hooks: queues.hooks.deadLetters,
        Archive: queues.archive.deadLetters,
        Reports: queues.reports.deadLetters,
      },
      batchSize: 10,
      environment: { TABLE: table.table.tableName },
      statements: useTable(table, ['GetItem', 'PutItem', 'BatchWriteItem', 'UpdateItem']),
      memoryMegabytes: 512,
      timeout: deadLetterTimeout,
      errorImpact:
        'Contacts that failed are not shown as set aside; they wait among the dead letters for fourteen days.',
      runbook: 'set-aside-dead-fails',
    })
  }
}
