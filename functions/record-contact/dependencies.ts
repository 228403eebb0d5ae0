import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { formatNamed } from '../../core/channels/registry.ts'
import type { ImportStore } from '../../core/import/import.ts'
import type { RecordContact } from '../../core/record/record-contact.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import { noteHeard } from '../../core/source/note-heard.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps, replyTokenKeys } from '../kit/identity.ts'

/** Everything that record-contact touches. */
export function dependencies(): RecordContact & { imports: ImportStore } {
  const env = environment({ TABLE: setting, INTAKE_BUCKET: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const secrets = new SecretsManagerClient()
  return {
    raw: s3RawStore(new S3Client(), env.INTAKE_BUCKET),
    timeline: timelineStore(table, Date.now),
    setAside: setAsideStore(table),
    consent: consentStore(table),
    facts: { campaigns: campaignStore(table), outcomes: outcomeStore(table), listening: listeningStore(table) },
    imports: importStore(table),
    formatNamed,
    readSource: cachedSources(sourceStore(table), Date.now),
    noteHeard: noteHeard(heardStore(table), Date.now),
    identity: identityDeps(table, secrets, env.IDENTITY_SECRET),
    replies: replyStore(table),
    replyTokenKey: replyTokenKeys(secrets, env.IDENTITY_SECRET),
  }
}
