import { randomBytes } from 'node:crypto'
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { impatient, poster } from '../../adapters/websocket/poster.ts'
import type { ServeDeps } from '../../core/live/reaction.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that serve-live touches. */
export function dependencies(): ServeDeps {
  const env = environment({ TABLE: setting, LIVE_CALLBACK_URL: setting, AUDIT_QUEUE_URL: setting })
  const sqs = new SQSClient()
  return {
    store: liveStore(dynamoTable(new DynamoDBClient(), env.TABLE)),
    poster: poster(new ApiGatewayManagementApiClient({ endpoint: env.LIVE_CALLBACK_URL, ...impatient })),
    audit: { send: records => sendAll(sqs, env.AUDIT_QUEUE_URL, records) },
    nowMs: Date.now,
    newId: () => randomBytes(16).toString('hex'),
  }
}
