import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { callAws } from '../../../local/engines/aws-json.ts'
import { startDynoxide } from '../../../local/engines/dynoxide.ts'
import { freePort } from '../../../local/engines/free-port.ts'
import { trimStream } from '../../../local/engines/stream-indexes.ts'
import { tempDir } from '../temp-dir.ts'

const dynamo = (endpoint: string, operation: string, input: unknown) =>
  callAws({ endpoint, accessKeyId: 'host' }, `DynamoDB_20120810.${operation}`, input)

const createTable = (endpoint: string) =>
  dynamo(endpoint, 'CreateTable', {
    TableName: 'Timeline',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })

const put = (endpoint: string, pk: string) =>
  dynamo(endpoint, 'PutItem', { TableName: 'Timeline', Item: { pk: { S: pk } } })

test('what was written is there after a stop and a new start', async () => {
  const dataDir = tempDir()
  const first = await startDynoxide({ dataDir })
  await createTable(first.endpoint)
  await put(first.endpoint, 'alice')
  await first.stop()
  const second = await startDynoxide({ dataDir })
  onTestFinished(second.stop)
  const read = await dynamo(second.endpoint, 'GetItem', { TableName: 'Timeline', Key: { pk: { S: 'alice' } } })
  expect(read).toMatchObject({ Item: { pk: { S: 'alice' } } })
})

/** The statements of Dynoxide 1.2.1 that run on each write and each read of a stream. */
const streamStatements = [
  "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'Timeline'",
  "SELECT * FROM _stream_records WHERE table_name = 'Timeline' AND shard_id = 's' AND CAST(sequence_number AS INTEGER) > 5 ORDER BY CAST(sequence_number AS INTEGER) LIMIT 100",
]

test('each statement on the stream uses an index, or writes would slow down as records pile up', async () => {
  const dataDir = tempDir()
  const engine = await startDynoxide({ dataDir })
  onTestFinished(engine.stop)
  const db = new DatabaseSync(join(dataDir, 'dynoxide.db'))
  onTestFinished(() => db.close())
  for (const statement of streamStatements) {
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(row => `${row.detail}`)
    expect(plan).toEqual([expect.stringMatching(/^SEARCH _stream_records USING (COVERING )?INDEX throughline_stream_/)])
  }
})

test('the stream forgets what was read more than a day ago, but not its last number', async () => {
  const dataDir = tempDir()
  const engine = await startDynoxide({ dataDir })
  onTestFinished(engine.stop)
  await createTable(engine.endpoint)
  for (const pk of ['a', 'b', 'c']) await put(engine.endpoint, pk)
  const database = join(dataDir, 'dynoxide.db')
  const now = Math.floor(Date.now() / 1000)
  trimStream(database, 'Timeline', '2', now)
  expect(sequences(database)).toEqual(['1', '2', '3'])
  trimStream(database, 'Timeline', '2', now + 90_000)
  expect(sequences(database)).toEqual(['2', '3'])
  trimStream(database, 'Timeline', '3', now + 90_000)
  expect(sequences(database)).toEqual(['3'])
})

function sequences(database: string): unknown[] {
  const db = new DatabaseSync(database)
  const rows = db.prepare('SELECT sequence_number FROM _stream_records ORDER BY id').all()
  db.close()
  return rows.map(row => row.sequence_number)
}

test('a damaged database is named in one message', async () => {
  const dataDir = tempDir()
  writeFileSync(join(dataDir, 'dynoxide.db'), 'this is no database. '.repeat(100))
  await expect(startDynoxide({ dataDir })).rejects.toThrow(
    /dynoxide\.db cannot be opened: .*not a valid SQLite.*another THROUGHLINE_DATA/s,
  )
})

test('the engine dies with the process that started it, even by kill -9', async () => {
  const dataDir = tempDir()
  const port = await freePort()
  const module = new URL('../../../local/engines/dynoxide.ts', import.meta.url).href
  const script = `const { startDynoxide } = await import('${module}'); await startDynoxide({ dataDir: '${dataDir}', port: ${port} }); console.log('up'); setInterval(() => 0, 1000)`
  const host = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(host.stdout, 'data')
  host.kill('SIGKILL')
  await once(host, 'exit')
  const again = await startWhenFree(dataDir, port)
  onTestFinished(again.stop)
  expect(again.endpoint).toBe(`http://127.0.0.1:${port}`)
})

async function startWhenFree(dataDir: string, port: number) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await startDynoxide({ dataDir, port })
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
