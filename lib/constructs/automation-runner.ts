import type { Construct } from 'constructs'
import { readSecret, sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

/** Asks the rules of automation what a change means, and does it. */
export class AutomationRunner extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'run-automation',
      description: 'Does what the rules of automation say when something happens to a conversation',
      queues: { Automations: queues.automations.queue },
      batchSize: 10,
      maxConcurrency: config.recordConcurrency,
      environment: {
        TABLE: table.table.tableName,
        HOOKS_QUEUE_URL: queues.hooks.queue.queueUrl,
        IDENTITY_SECRET: secrets.names.identity,
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        sendTo(queues.hooks.queue),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 512,
      timeout: followerTimeout,
      errorImpact: 'Rules of automation do not act; after five tries what they were to look at is set aside.',
      runbook: 'run-automation-fails',
    })
  }
}
