import type { Construct } from 'constructs'
import { useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { followerTimeout } from './follower-queues.ts'
import { insightsModel } from './insights-model.ts'
import { QueueFunction } from './queue-function.ts'

/** Keeps what contacts are found by. */
export class SearchIndexer extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    const model = insightsModel(scope, config)
    super(scope, id, {
      config,
      alarms,
      name: 'index-search',
      description: 'Keeps what contacts are found by',
      queues: { Search: queues.search.queue },
      batchSize: 10,
      environment: { TABLE: table.table.tableName, ...model.environment },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'DeleteItem']),
        ...model.statements,
      ],
      memoryMegabytes: 1024,
      timeout: followerTimeout,
      errorImpact: 'What came in last is not found by search; after five tries a change is set aside.',
      runbook: 'index-search-fails',
    })
  }
}
