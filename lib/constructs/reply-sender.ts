import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { callOut, readObjects, readSecret, sendMail, sendTo, useTable, writeObjects } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeContacts, acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { followerTimeout } from './follower-queues.ts'
import { QueueFunction } from './queue-function.ts'

export type ReplySenderProps = { foundation: Foundation; publicUrl: string }

/** Sends answers to the networks of customers, and stores what was sent as a contact that comes in. */
export class ReplySender extends QueueFunction {
  constructor(scope: Construct, id: string, { foundation, publicUrl }: ReplySenderProps) {
    const { config, alarms, table, bucket, queues, secrets } = foundation
    const connectInstance = config.stage === 'local' ? undefined : config.connectInstance
    super(scope, id, {
      config,
      alarms,
      name: 'send-reply',
      description: 'Sends answers on the channels of customers',
      queues: { Outbox: queues.outbox.queue },
      batchSize: 5,
      maxConcurrency: config.recordConcurrency,
      environment: {
        TABLE: table.table.tableName,
        INTAKE_BUCKET: bucket.objects.bucketName,
        OUTBOX_QUEUE_URL: queues.outbox.queue.queueUrl,
        SOURCES_SECRET: secrets.names.sources,
        IDENTITY_SECRET: secrets.names.identity,
        PUBLIC_URL: publicUrl,
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'PutItem', 'ConditionCheckItem']),
        ...writeObjects(bucket, 'payloads/sent/*'),
        ...readObjects(bucket, 'attachments/*'),
        sendTo(queues.outbox.queue),
        readSecret(secrets.sources),
        readSecret(secrets.identity),
        sendMail(Stack.of(scope), config.sendingIdentities),
        ...(connectInstance === undefined ? [] : [callOut(connectInstance)]),
      ],
      memoryMegabytes: 512,
      timeout: followerTimeout,
      errorImpact: 'Answers wait in the outbox: customers are not answered although colleagues wrote.',
      runbook: 'send-reply-fails',
    })
    acknowledgeObjectPatterns(this, bucket.resource)
    if (connectInstance !== undefined) acknowledgeContacts(this, connectInstance)
  }
}
