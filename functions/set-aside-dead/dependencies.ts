import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import type { SetAsideStore } from '../../core/record/set-aside.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that set-aside-dead touches. */
export function dependencies(): { setAside: SetAsideStore } {
  const env = environment({ TABLE: setting })
  return { setAside: setAsideStore(dynamoTable(new DynamoDBClient(), env.TABLE)) }
}
