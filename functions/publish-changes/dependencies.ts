import { SQSClient } from '@aws-sdk/client-sqs'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import type { AuditQueue } from '../../core/audit/audit.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that publish-changes touches: a queue per consumer. */
export function dependencies(): { audit: AuditQueue } {
  const env = environment({ AUDIT_QUEUE_URL: setting })
  const client = new SQSClient()
  return { audit: { send: records => sendAll(client, env.AUDIT_QUEUE_URL, records) } }
}
