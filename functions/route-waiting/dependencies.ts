import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { RoutingDeps } from '../../core/routing/deps.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'
import { routingDeps } from '../kit/routing.ts'

/** Everything that route-waiting touches. */
export function dependencies(): RoutingDeps {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  return routingDeps(table, identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET))
}
