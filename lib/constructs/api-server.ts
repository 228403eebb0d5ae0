import { Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts'
import { askModel, queryIndexes, readObjects, readSecret, sendTo, useTable, writeObjects } from '../permissions.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'
import { loopbackHooks } from './hook-deliverer.ts'
import type { LiveProps } from './live-server.ts'

export type ApiServerProps = LiveProps & { publicUrl: string }

/** The API: reads timelines, changes links and sources, starts imports and replays. */
export class ApiServer extends BundledFunction {
  constructor(scope: Construct, id: string, { foundation, live, publicUrl }: ApiServerProps) {
    const { config, alarms, table, bucket, queues, secrets } = foundation
    const briefModel = config.stage === 'local' ? undefined : config.briefModel
    super(scope, id, {
      config,
      alarms,
      name: 'serve-api',
      description: 'Answers the HTTP API',
      environment: {
        TABLE: table.table.tableName,
        INTAKE_BUCKET: bucket.objects.bucketName,
        RECORD_QUEUE_URL: queues.record.queue.queueUrl,
        SPLIT_QUEUE_URL: queues.split.queue.queueUrl,
        AUDIT_QUEUE_URL: queues.audit.queue.queueUrl,
        CONVERSATIONS_QUEUE_URL: queues.conversations.queue.queueUrl,
        SEARCH_QUEUE_URL: queues.search.queue.queueUrl,
        COUNTS_QUEUE_URL: queues.counts.queue.queueUrl,
        OUTBOX_QUEUE_URL: queues.outbox.queue.queueUrl,
        ROUTING_QUEUE_URL: queues.routing.queue.queueUrl,
        AUTOMATIONS_QUEUE_URL: queues.automations.queue.queueUrl,
        HOOKS_QUEUE_URL: queues.hooks.queue.queueUrl,
        ARCHIVE_QUEUE_URL: queues.archive.queue.queueUrl,
        REPORTS_QUEUE_URL: queues.reports.queue.queueUrl,
        ...loopbackHooks(config),
        IDENTITY_SECRET: secrets.names.identity,
        LIVE_URL: live.url,
        PUBLIC_URL: publicUrl,
        ...(briefModel !== undefined && { BRIEF_MODEL: briefModel }),
      },
      statements: [
        ...useTable(table, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem']),
        queryIndexes(table, ...tableDefinition.indexes.map(({ name }) => name)),
        ...readObjects(bucket, 'payloads/*', 'files/*', 'attachments/*'),
        ...writeObjects(bucket, 'files/*', 'attachments/*'),
        sendTo(...queues.all.map(({ queue }) => queue)),
        readSecret(secrets.identity),
        ...(briefModel === undefined ? [] : [askModel(Stack.of(scope), briefModel)]),
      ],
      memoryMegabytes: 1024,
      timeout: Duration.seconds(15),
      errorImpact: 'Agents cannot open timelines or act on them; taking in contacts goes on.',
      runbook: 'serve-api-fails',
    })
    acknowledgeObjectPatterns(this, bucket.resource)
  }
}
