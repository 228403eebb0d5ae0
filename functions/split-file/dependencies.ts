import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { splitNamed } from '../../core/channels/splits.ts'
import type { SplitDelivered } from '../../core/split/split-delivered.ts'
import { environment, setting } from '../kit/environment.ts'

/** The function's timeout is five minutes (lib/constructs/queues.ts); a run stops cutting well before. */
const runMs = 240_000

/** Everything that split-file touches. */
export function dependencies(): SplitDelivered {
  const env = environment({ TABLE: setting, INTAKE_BUCKET: setting, RECORD_QUEUE_URL: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const queue = new SQSClient()
  return {
    raw: s3RawStore(new S3Client(), env.INTAKE_BUCKET),
    imports: importStore(table),
    setAside: setAsideStore(table),
    splitNamed,
    send: deliveries => sendAll(queue, env.RECORD_QUEUE_URL, deliveries),
    startRun: () => {
      const end = Date.now() + runMs
      return () => Date.now() < end
    },
    now: () => new Date(),
  }
}
