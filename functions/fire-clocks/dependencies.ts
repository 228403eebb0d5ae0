import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { ConversationDeps } from '../../core/conversation/deps.ts'
import { conversationDeps } from '../kit/conversations.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that fire-clocks touches. */
export const dependencies = (): ConversationDeps =>
  conversationDeps(dynamoTable(new DynamoDBClient(), environment({ TABLE: setting }).TABLE))
