import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import type { KeepDead } from '../../core/record/set-aside-dead.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that set-aside-dead touches. */
export function dependencies(): KeepDead {
  const env = environment({ TABLE: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  return { setAside: setAsideStore(table), imports: importStore(table) }
}
