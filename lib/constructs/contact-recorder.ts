import type { Construct } from 'constructs'
import { readObjects, readSecret, useTable } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { QueueFunction } from './queue-function.ts'
import { consumerTimeouts } from './queues.ts'

/** Parses a payload, identifies its people and appends its contacts to their streams. */
export class ContactRecorder extends QueueFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, bucket, queues, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'record-contact',
      description: 'Parses a payload, identifies its people and appends its contacts to the timeline',
      queues: { Record: queues.record.queue },
      batchSize: 10,
      maxConcurrency: config.recordConcurrency,
      environment: {
        TABLE: table.table.tableName,
        INTAKE_BUCKET: bucket.objects.bucketName,
        IDENTITY_SECRET: secrets.names.identity,
      },
      statements: [
        ...useTable(table, [
          'GetItem',
          'BatchGetItem',
          'Query',
          'PutItem',
          'BatchWriteItem',
          'UpdateItem',
          'DeleteItem',
          'ConditionCheckItem',
        ]),
        ...readObjects(bucket, 'payloads/*', 'files/*'),
        readSecret(secrets.identity),
      ],
      memoryMegabytes: 1024,
      timeout: consumerTimeouts.record,
      errorImpact: 'Contacts reach timelines late: their messages are tried again, up to five times.',
      runbook: 'record-contact-fails',
    })
    acknowledgeObjectPatterns(this, bucket.resource)
  }
}
