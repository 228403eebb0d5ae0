import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { Change } from '../../core/change/change.ts'
import { followRouting } from '../../core/routing/follow-routing.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'
import { oneAtATime } from '../kit/one-at-a-time.ts'
import { routingDeps } from '../kit/routing.ts'

/** Follows a change. One after the other: side by side they would all choose the same person, and all but one lose. */
export function dependencies(): (change: Change) => Promise<void> {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const deps = routingDeps(table, identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET))
  return oneAtATime(change => followRouting(deps, change))
}
