import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import type { FollowDeps } from '../../core/conversation/follow-change.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import type { HearDeps } from '../../core/survey/hear.ts'
import { conversationDeps } from '../kit/conversations.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'

/** Everything that join-conversation touches. */
export function dependencies(): { follow: FollowDeps; hear: HearDeps } {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const conversations = conversationDeps(table)
  const { now, pause } = conversations
  return {
    follow: {
      ...conversations,
      identity: identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET),
      readSource: cachedSources(sourceStore(table), Date.now),
    },
    hear: { surveys: surveyStore(table), conversations, now, pause },
  }
}
