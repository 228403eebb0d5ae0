import type { Construct } from 'constructs'
import { readObjects, sendTo, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { QueueFunction } from './queue-function.ts'
import { consumerTimeouts } from './queues.ts'

/** Turns a file of many contacts into one message per contact, with checkpoints. */
export class FileSplitter extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, bucket, queues } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'split-file',
      description: 'Turns a file of many contacts into one message per contact',
      queues: { Split: queues.split.queue },
      batchSize: 1,
      environment: {
        TABLE: table.table.tableName,
        INTAKE_BUCKET: bucket.objects.bucketName,
        RECORD_QUEUE_URL: queues.record.queue.queueUrl,
      },
      statements: [
        ...useTable(table, ['GetItem', 'Query', 'PutItem', 'UpdateItem']),
        ...readObjects(bucket, 'files/*'),
        sendTo(queues.record.queue),
      ],
      memoryMegabytes: 1024,
      timeout: consumerTimeouts.split,
      errorImpact: 'An import stops part way and is taken up again at its last checkpoint, up to five times.',
      runbook: 'split-file-fails',
    })
    acknowledgeObjectPatterns(this, bucket.resource)
  }
}
