import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { senders } from '../../adapters/providers/senders.ts'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import type { ReplyChange } from '../../core/change/change.ts'
import type { SendDeps } from '../../core/reply/send.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that send-reply touches. */
export function dependencies(): SendDeps {
  const env = environment({ TABLE: setting, INTAKE_BUCKET: setting, OUTBOX_QUEUE_URL: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const now = () => new Date().toISOString()
  return {
    replies: replyStore(table),
    senders: senders(),
    raw: s3RawStore(new S3Client(), env.INTAKE_BUCKET),
    lookAgain: (id, seconds) => {
      const change: ReplyChange = { v: 1, type: 'reply', id, dueAt: now() }
      return sendAll(sqs, env.OUTBOX_QUEUE_URL, [change], () => seconds)
    },
    now,
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
  }
}
