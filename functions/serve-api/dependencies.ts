import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { attachmentStore } from '../../adapters/dynamodb/attachment-store.ts'
import { auditStore } from '../../adapters/dynamodb/audit-store.ts'
import { automationStore, ruleStore } from '../../adapters/dynamodb/automation-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { draftStore } from '../../adapters/dynamodb/draft-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { macroStore } from '../../adapters/dynamodb/macro-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { readingMarkStore } from '../../adapters/dynamodb/reading-mark-store.ts'
import { revealStore } from '../../adapters/dynamodb/reveal-store.ts'
import { routingStore } from '../../adapters/dynamodb/routing-store.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { uploadUrlSigner } from '../../adapters/s3/upload-url.ts'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import { briefsBy } from '../kit/brief-model.ts'
import { confirmingDeps } from '../kit/confirming.ts'
import { conversationDeps } from '../kit/conversations.ts'
import { environment, setting } from '../kit/environment.ts'
import { deliverySender } from '../kit/hooks.ts'
import { identityDeps } from '../kit/identity.ts'
import { pause } from '../kit/pause.ts'
import { replyingDeps } from '../kit/replies.ts'
import type { ApiDependencies } from './api-dependencies.ts'

const settings = {
  TABLE: setting,
  INTAKE_BUCKET: setting,
  RECORD_QUEUE_URL: setting,
  SPLIT_QUEUE_URL: setting,
  AUDIT_QUEUE_URL: setting,
  CONVERSATIONS_QUEUE_URL: setting,
  SEARCH_QUEUE_URL: setting,
  COUNTS_QUEUE_URL: setting,
  OUTBOX_QUEUE_URL: setting,
  ROUTING_QUEUE_URL: setting,
  AUTOMATIONS_QUEUE_URL: setting,
  HOOKS_QUEUE_URL: setting,
  ARCHIVE_QUEUE_URL: setting,
  REPORTS_QUEUE_URL: setting,
  /** Set on one machine: webhooks may lead to it. */
  LOOPBACK_HOOKS: setting.optional(),
  IDENTITY_SECRET: setting,
  LIVE_URL: setting,
  PUBLIC_URL: z.url(),
  /** The foundation model that rewrites briefs. */
  BRIEF_MODEL: setting.optional(),
}

/** Everything that serve-api touches. */
export function dependencies(): ApiDependencies {
  const env = environment(settings)
  const queues = {
    record: env.RECORD_QUEUE_URL,
    split: env.SPLIT_QUEUE_URL,
    audit: env.AUDIT_QUEUE_URL,
    conversations: env.CONVERSATIONS_QUEUE_URL,
    search: env.SEARCH_QUEUE_URL,
    counts: env.COUNTS_QUEUE_URL,
    outbox: env.OUTBOX_QUEUE_URL,
    routing: env.ROUTING_QUEUE_URL,
    automations: env.AUTOMATIONS_QUEUE_URL,
    hooks: env.HOOKS_QUEUE_URL,
    archive: env.ARCHIVE_QUEUE_URL,
    reports: env.REPORTS_QUEUE_URL,
  }
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const sqs = new SQSClient()
  const secrets = new SecretsManagerClient()
  const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
  const identity = identityDeps(table, secrets, env.IDENTITY_SECRET)
  return {
    timeline: timelineStore(table, Date.now),
    readingMarks: readingMarkStore(table),
    raw: s3RawStore(s3, env.INTAKE_BUCKET),
    searchIndex: tableSearchIndex({ table, now: Date.now, pause }),
    conversations: conversationDeps(table),
    replying: replyingDeps(table, identity),
    macros: macroStore(table),
    drafts: draftStore(table, Date.now),
    reveals: revealStore(table),
    attachments: attachmentStore(table),
    consent: consentStore(table),
    routing: routingStore(table),
    surveys: surveyStore(table),
    confirming: confirmingDeps(table, secrets, { identity, secretId: env.IDENTITY_SECRET, publicUrl: env.PUBLIC_URL }),
    automation: { rules: ruleStore(table), store: automationStore(table) },
    hooks: {
      store: hookStore(table),
      later: deliverySender(sqs, queues.hooks),
      newSecret: () => randomBytes(32).toString('hex'),
      loopback: env.LOOPBACK_HOOKS !== undefined,
    },
    sources: sourceStore(table),
    heard: heardStore(table),
    publicUrl: env.PUBLIC_URL.replace(/\/$/, ''),
    people: peopleStore(table),
    setAside: setAsideStore(table),
    imports: importStore(table),
    auditRecords: auditStore(table),
    audit: { send: records => sendAll(sqs, queues.audit, records) },
    identity,
    replay: ({ queue, message }) => sendAll(sqs, queues[queue], [message]),
    uploadUrl: uploadUrlSigner(s3, env.INTAKE_BUCKET),
    ...(env.BRIEF_MODEL !== undefined && { rewriteBrief: briefsBy(env.BRIEF_MODEL) }),
    live: { store: liveStore(table), newTicket: () => randomBytes(32).toString('base64url'), url: env.LIVE_URL },
    now: () => new Date().toISOString(),
    newId: () => randomBytes(16).toString('hex'),
  }
}
