import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { CountDeps } from '../../core/conversation/keep-counts.ts'
import { environment, setting } from '../kit/environment.ts'
import { pause } from '../kit/pause.ts'

/** Everything that count-conversations touches. */
export function dependencies(): CountDeps {
  const env = environment({ TABLE: setting })
  return { store: conversationStore(dynamoTable(new DynamoDBClient(), env.TABLE)), pause }
}
