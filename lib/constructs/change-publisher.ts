import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { publishedKeyPrefixes } from '../../adapters/dynamodb/keys.ts'
import { sendTo } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { StreamFunction } from './stream-function.ts'

/** Reads the table's stream and sends small records of change to a queue per consumer. */
export class ChangePublisher extends StreamFunction {
  constructor(scope: Construct, id: string, foundation: Foundation) {
    const { config, alarms, table, queues } = foundation
    const consumers = [
      queues.audit,
      queues.conversations,
      queues.search,
      queues.counts,
      queues.outbox,
      queues.routing,
      queues.automations,
      queues.hooks,
      queues.archive,
      queues.reports,
    ]
    super(scope, id, {
      config,
      alarms,
      name: 'publish-changes',
      description: 'Sends the changes of the table to the queues of their consumers',
      table,
      failures: queues.streamFailures,
      wants: publishedKeyPrefixes,
      environment: {
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
      },
      statements: [sendTo(...consumers.map(({ queue }) => queue))],
      memoryMegabytes: 512,
      timeout: Duration.seconds(30),
      errorImpact: 'New contacts reach conversations and search late; after ten tries a change is left out and noted.',
      runbook: 'publish-changes-fails',
      late: {
        errorImpact: 'New contacts reach conversations, search and audit late, and are lost to them after a day.',
        runbook: 'publish-changes-late',
      },
    })
  }
}
