import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { auditStore } from '../../adapters/dynamodb/audit-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import type { AuditStore } from '../../core/audit/audit.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that record-audit touches. */
export function dependencies(): { audit: AuditStore } {
  const env = environment({ TABLE: setting })
  return { audit: auditStore(dynamoTable(new DynamoDBClient(), env.TABLE)) }
}
