import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { archiveIndex } from '../../adapters/dynamodb/archive-index.ts'
import { archiveReads } from '../../adapters/dynamodb/archive-reads.ts'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { followedReports } from '../../adapters/dynamodb/current-reports.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { s3ArchiveFiles } from '../../adapters/s3/archive-files.ts'
import { contributionsOf } from '../../core/archive/contributions.ts'
import type { ArchiveSources } from '../../core/archive/write-days.ts'
import { environment, setting } from '../kit/environment.ts'
import { identityDeps } from '../kit/identity.ts'

/** The function's timeout is fifteen minutes (lib/constructs/archive-writer.ts); a run stops beginning days well before. */
const runMs = 600_000

export type WriteArchive = { sources: () => Promise<ArchiveSources>; startRun: () => () => boolean }

/** Everything that write-archive touches. */
export function dependencies(): WriteArchive {
  const env = environment({ TABLE: setting, ARCHIVE_BUCKET: setting, IDENTITY_SECRET: setting })
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const identity = identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET)
  const reports = followedReports(table)
  const stores = {
    index: archiveIndex(table),
    files: s3ArchiveFiles(new S3Client(), env.ARCHIVE_BUCKET),
    ...archiveReads(table),
    conversations: conversationStore(table),
    outcomes: outcomeStore(table),
    listening: listeningStore(table),
    campaigns: campaignStore(table),
  }
  return {
    sources: async () => {
      const [{ ids }, kept] = await Promise.all([identity(), reports()])
      return { ...stores, keyOf: ids.customer, contributions: (customer, day) => contributionsOf(kept, customer, day) }
    },
    startRun: () => {
      const end = Date.now() + runMs
      return () => Date.now() < end
    },
  }
}
