import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { archiveIndex } from '../../adapters/dynamodb/archive-index.ts'
import { archiveReads } from '../../adapters/dynamodb/archive-reads.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { NoteDeps } from '../../core/archive/note-change.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that note-archive touches. */
export function dependencies(): NoteDeps {
  const env = environment({ TABLE: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  return {
    index: archiveIndex(table),
    conversations: conversationStore(table),
    identity: archiveReads(table).identity,
  }
}
