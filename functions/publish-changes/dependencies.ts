import { SQSClient } from '@aws-sdk/client-sqs'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { secondsUntil } from '../../core/reply/backoff.ts'
import { environment, setting } from '../kit/environment.ts'
import type { ChangeQueues } from './publish.ts'

const settings = {
  AUDIT_QUEUE_URL: setting,
  CONVERSATIONS_QUEUE_URL: setting,
  SEARCH_QUEUE_URL: setting,
  COUNTS_QUEUE_URL: setting,
  OUTBOX_QUEUE_URL: setting,
  ROUTING_QUEUE_URL: setting,
  AUTOMATIONS_QUEUE_URL: setting,
  HOOKS_QUEUE_URL: setting,
  ARCHIVE_QUEUE_URL: setting,
  REPORTS_QUEUE_URL: setting,
}

/** Everything that publish-changes touches: a queue per consumer. */
export function dependencies(): ChangeQueues {
  const env = environment(settings)
  const client = new SQSClient()
  return {
    audit: records => sendAll(client, env.AUDIT_QUEUE_URL, records),
    conversations: changes => sendAll(client, env.CONVERSATIONS_QUEUE_URL, changes),
    search: changes => sendAll(client, env.SEARCH_QUEUE_URL, changes),
    counts: changes => sendAll(client, env.COUNTS_QUEUE_URL, changes),
    outbox: changes => sendAll(client, env.OUTBOX_QUEUE_URL, changes, ({ dueAt }) => secondsUntil(dueAt, Date.now())),
    routing: changes => sendAll(client, env.ROUTING_QUEUE_URL, changes),
    automations: changes => sendAll(client, env.AUTOMATIONS_QUEUE_URL, changes),
    hooks: changes => sendAll(client, env.HOOKS_QUEUE_URL, changes),
    archive: changes => sendAll(client, env.ARCHIVE_QUEUE_URL, changes),
    reports: changes => sendAll(client, env.REPORTS_QUEUE_URL, changes),
  }
}
