import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts'
import type { Table } from '../adapters/dynamodb/table.ts'
import { tableDefinition } from '../adapters/dynamodb/table-definition.ts'
import type { DynamoEngine } from '../local/engines/dynoxide.ts'

/** An engine that runs: a table, as many more as wanted, and how to stop it. */
export type StartedTable = {
  table: Table
  makeTable: () => Promise<Table>
  client?: DynamoDBClient
  stop: () => Promise<void>
}

type Start = (options: { dataDir: string }) => Promise<DynamoEngine>

/** An engine on a folder of its own, which goes when it stops. */
export async function startOnDisk(start: Start): Promise<StartedTable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-'))
  const engine = await start({ dataDir })
  const client = localClient(engine.endpoint)
  const makeTable = () => createTable(client)
  const stop = async () => {
    await engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { table: await makeTable(), makeTable, client, stop }
}

/** Tables of an engine that runs already, and goes on running. */
export async function startThere(endpoint: string): Promise<StartedTable> {
  const client = localClient(endpoint)
  const makeTable = () => createTable(client)
  return { table: await makeTable(), makeTable, client, stop: async () => client.destroy() }
}

/** A client for an engine on this machine, which takes any credentials. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } })

/** A new table, as it is deployed; without a stream it is filled much faster, for measures of reading. */
export async function createTable(client: DynamoDBClient, name = `T${randomUUID()}`, streamed = true): Promise<Table> {
  const { partitionKey, sortKey, indexes, stream } = tableDefinition
  const keys = [{ partitionKey, sortKey }, ...indexes].flatMap(index => [index.partitionKey, index.sortKey])
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(partitionKey, sortKey),
      AttributeDefinitions: keys.map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes.map(index => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      ...(streamed && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } }),
    }),
  )
  return dynamoTable(client, name)
}

const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]
