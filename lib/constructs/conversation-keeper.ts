import type { Construct } from 'constructs'
import { readSecret, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** Brings new contacts into conversations, and lets those go that an unmerge gave to somebody else. */
export class ConversationKeeper extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'join-conversation',
      description: 'Brings contacts into the conversations that they belong to',
      queues: { Conversations: queues.conversations.queue },
      batchSize: 10,
      maxConcurrency: config.recordConcurrency,
      environment: { TABLE: table.table.tableName, IDENTITY_SECRET: secrets.names.identity },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 1024,
      timeout: followerTimeout,
      errorImpact: 'New contacts are on timelines but in nobody\u2019s queue; after five tries they are set aside.',
      runbook: 'join-conversation-fails',
    })
  }
}
