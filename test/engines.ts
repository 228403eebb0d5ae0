import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe } from 'vitest'
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts'
import type { Table } from '../adapters/dynamodb/table.ts'
import { tableDefinition } from '../adapters/dynamodb/table-definition.ts'
import { memoryTable } from '../adapters/memory/table.ts'
import { dynamoDbLocalFolder, hasJava, startDynamoDbLocal } from '../local/engines/dynamodb-local.ts'
import { type DynamoEngine, startDynoxide } from '../local/engines/dynoxide.ts'

/** An engine that runs: a table, as many more as wanted, and how to stop it. */
export type StartedTable = { table: Table; makeTable: () => Promise<Table>; stop: () => Promise<void> }

type Engine = { name: string; start: () => Promise<StartedTable> }

/** Every engine that the table runs on here: memory, Dynoxide, and DynamoDB Local where Java is installed. */
export const engines: Engine[] = [
  { name: 'memory', start: startMemory },
  { name: 'Dynoxide', start: () => startOnDisk(startDynoxide) },
  ...(dynamoDbLocalFolder() !== undefined && hasJava()
    ? [{ name: 'DynamoDB Local', start: () => startOnDisk(startDynamoDbLocal) }]
    : []),
]

/** Runs a suite of a store on every engine. `makeTable` makes an empty table for a test. */
export function describeOnEveryTable(name: string, suite: (makeTable: () => Promise<Table>) => void): void {
  describe.each(engines)(`${name} on $name`, engine => {
    let started: StartedTable | undefined
    beforeAll(async () => {
      started = await engine.start()
    })
    afterAll(() => started?.stop())
    suite(async () => {
      if (started === undefined) throw new Error('the engine is not started yet: make tables inside a test')
      return started.makeTable()
    })
  })
}

async function startMemory(): Promise<StartedTable> {
  return { table: memoryTable(), makeTable: async () => memoryTable(), stop: async () => undefined }
}

type Start = (options: { dataDir: string }) => Promise<DynamoEngine>

async function startOnDisk(start: Start): Promise<StartedTable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-'))
  const engine = await start({ dataDir })
  const client = localClient(engine.endpoint)
  const makeTable = () => createTable(client)
  const stop = async () => {
    await engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { table: await makeTable(), makeTable, stop }
}

/** A client for an engine on this machine, which takes any credentials. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } })

/** A new table, as it is deployed. */
export async function createTable(client: DynamoDBClient, name = `T${randomUUID()}`): Promise<Table> {
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
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream },
    }),
  )
  return dynamoTable(client, name)
}

const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
]
