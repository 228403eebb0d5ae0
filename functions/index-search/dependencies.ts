import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { IndexContact } from '../../core/search/index-contact.ts'
import { environment, setting } from '../kit/environment.ts'
import { pause } from '../kit/pause.ts'

/** Everything that index-search touches. */
export function dependencies(): IndexContact {
  const env = environment({ TABLE: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  return { index: tableSearchIndex({ table, now: Date.now, pause }), timeline: timelineStore(table, Date.now) }
}
