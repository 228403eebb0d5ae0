import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { savedReportStore } from '../../adapters/dynamodb/saved-report-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { digestSender } from '../../adapters/providers/mail/digest-sender.ts'
import { sesClient } from '../../adapters/providers/mail/ses-client.ts'
import { composer } from '../../core/digest/compose.ts'
import type { SendDigestDeps } from '../../core/digest/send-due.ts'
import { topicReads } from '../../core/topic/topic-reads.ts'
import { linkKeyReader, linkWriter } from '../kit/customer-links.ts'
import { environment, setting } from '../kit/environment.ts'
import { errorFields, log } from '../kit/log.ts'

/** The function's timeout is five minutes (lib/constructs/digest-sender.ts); a run stops beginning new ones well before. */
const runMs = 240_000

/** Everything that send-digests touches. Answers what a run works with: what was read in the last one has changed. */
export function dependencies(): () => SendDigestDeps {
  const env = environment({ TABLE: setting, IDENTITY_SECRET: setting, PUBLIC_URL: z.url(), DIGEST_FROM: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const people = peopleStore(table)
  const now = () => new Date().toISOString()
  const catalogue = {
    campaigns: campaignStore(table),
    listening: listeningStore(table),
    currentReports: currentReports(table),
    topics: topicReads(topicStore(table)),
    sentiments: sentimentStore(table),
  }
  const always = {
    subscriptions: subscriptionStore(table),
    person: people.agents.read,
    linkTo: linkWriter(linkKeyReader(new SecretsManagerClient(), env.IDENTITY_SECRET), env.PUBLIC_URL, 'unsubscribe'),
    send: digestSender(sesClient(), { address: env.DIGEST_FROM, name: 'Throughline' }, now),
    now,
    failed: (error: unknown) => log('ERROR', 'digestFailed', errorFields(error)),
  }
  return () => {
    const end = Date.now() + runMs
    const compose = composer({ catalogue, savedReports: savedReportStore(table) })
    return { ...always, compose, timeLeft: () => Date.now() < end }
  }
}
