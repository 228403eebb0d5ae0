import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { streamIdentifier } from '../../core/identity/member.ts'
import { askCustomer } from '../../core/question/ask-customer.ts'
import type { AskDeps } from '../../core/survey/ask.ts'
import { mayAsk } from '../../core/survey/may-ask.ts'
import { linkKeyReader, linkWriter } from '../kit/customer-links.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'
import { replyingDeps } from '../kit/replies.ts'

/** Everything that ask-surveys touches. */
export function dependencies(): AskDeps {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting, PUBLIC_URL: z.url() })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const secrets = new SecretsManagerClient()
  const identity = identityDeps(table, secrets, env.IDENTITY_SECRET)
  const consents = consentStore(table)
  return {
    surveys: surveyStore(table),
    conversations: conversationStore(table),
    timeline: timelineStore(table, Date.now),
    identity: async () => (await identity()).store,
    mayAsk: async (to, streams) => {
      const known = consents.read(streams.map(streamIdentifier))
      return mayAsk(await known, await consents.readDefaults(), to)
    },
    ask: askCustomer(replyingDeps(table, identity)),
    linkTo: linkWriter(linkKeyReader(secrets, env.IDENTITY_SECRET), env.PUBLIC_URL, 'survey'),
    now: () => new Date().toISOString(),
  }
}
