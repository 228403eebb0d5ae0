import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import type { FollowDeps } from '../../core/conversation/follow-change.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import { conversationDeps } from '../kit/conversations.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'

/** Everything that join-conversation touches. */
export function dependencies(): FollowDeps {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  return {
    ...conversationDeps(table),
    identity: identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET),
    readSource: cachedSources(sourceStore(table), Date.now),
  }
}
