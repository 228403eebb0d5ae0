import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import type { CustomerPageDeps } from '../../core/customer-page/serve.ts'
import { companyNames, linkKeyReader } from '../kit/customer-links.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'
import { pause } from '../kit/pause.ts'

/** Everything that serve-customer touches. */
export function dependencies(): CustomerPageDeps {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const secrets = new SecretsManagerClient()
  const surveys = surveyStore(table)
  return {
    surveys,
    confirmations: confirmationStore(table),
    conversations: conversationStore(table),
    consents: consentStore(table),
    subscriptions: subscriptionStore(table),
    identity: identityDeps(table, secrets, env.IDENTITY_SECRET),
    linkKeys: linkKeyReader(secrets, env.IDENTITY_SECRET),
    companyName: companyNames(surveys),
    now: () => new Date().toISOString(),
    pause,
  }
}
