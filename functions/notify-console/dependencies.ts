import { setTimeout as pause } from 'node:timers/promises'
import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { impatient, poster } from '../../adapters/websocket/poster.ts'
import type { PublishDeps } from '../../core/live/publish.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that notify-console touches. */
export function dependencies(): PublishDeps {
  const env = environment({ TABLE: setting, LIVE_CALLBACK_URL: setting })
  return {
    store: liveStore(dynamoTable(new DynamoDBClient(), env.TABLE)),
    poster: poster(new ApiGatewayManagementApiClient({ endpoint: env.LIVE_CALLBACK_URL, ...impatient })),
    nowMs: Date.now,
    pause: ms => pause(ms),
  }
}
