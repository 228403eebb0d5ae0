import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { connectClient } from '../../adapters/providers/connect/client.ts'
import { mailSender } from '../../adapters/providers/mail/mail-sender.ts'
import { sesClient } from '../../adapters/providers/mail/ses-client.ts'
import { networkSenders } from '../../adapters/providers/network-senders.ts'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { secretReader } from '../../adapters/secrets/secret-store.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import type { ReplyChange } from '../../core/change/change.ts'
import type { SendDeps } from '../../core/reply/send.ts'
import type { Senders } from '../../core/reply/sender.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import { readContact } from '../../core/timeline/read-contact.ts'
import { sourceSecretsSchema } from '../../core/webhook/source-secrets.ts'
import { environment, setting } from '../kit/environment.ts'
import { replyTokenKeys } from '../kit/identity.ts'

const settings = {
  TABLE: setting,
  INTAKE_BUCKET: setting,
  OUTBOX_QUEUE_URL: setting,
  SOURCES_SECRET: setting,
  IDENTITY_SECRET: setting,
  PUBLIC_URL: z.url(),
}

type Settings = { [Name in keyof typeof settings]: string }

/** Everything that send-reply touches. */
export function dependencies(): SendDeps {
  const env = environment(settings)
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const raw = s3RawStore(new S3Client(), env.INTAKE_BUCKET)
  const now = () => new Date().toISOString()
  return {
    replies: replyStore(table),
    consent: consentStore(table),
    senders: senders(env, table, raw),
    raw,
    lookAgain: (id, seconds) => {
      const change: ReplyChange = { v: 1, type: 'reply', id, dueAt: now() }
      return sendAll(sqs, env.OUTBOX_QUEUE_URL, [change], () => seconds)
    },
    now,
    newId: () => randomBytes(16).toString('hex'),
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
  }
}

/** The way out of every network. Nothing is tried twice by itself: what became of a try is told to the outbox. */
function senders(env: Settings, table: ReturnType<typeof dynamoTable>, raw: ReturnType<typeof s3RawStore>): Senders {
  const client = new SecretsManagerClient()
  const timeline = timelineStore(table, Date.now)
  const secrets = secretReader(client, env.SOURCES_SECRET, sourceSecretsSchema, Date.now)
  const access = { secrets, raw, publicUrl: env.PUBLIC_URL.replace(/\/$/, '') }
  return {
    mail: mailSender({
      ses: sesClient(),
      readSource: cachedSources(sourceStore(table), Date.now),
      readAnswered: id => readContact(timeline, id),
      raw,
      tokenKey: replyTokenKeys(client, env.IDENTITY_SECRET),
    }),
    ...networkSenders(access, connectClient()),
  }
}
