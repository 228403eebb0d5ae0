import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test, vi } from 'vitest'
import { dynamoTable } from '../../../adapters/dynamodb/dynamo-table.ts'
import { setAsideStore } from '../../../adapters/dynamodb/set-aside-store.ts'
import { synthesizedApp } from '../../../local/app/synthesize.ts'
import { readSecrets } from '../../../local/data/secrets-file.ts'
import { account } from '../../../local/engines/account.ts'
import { tempDir } from '../temp-dir.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 60_000, interval: 50 }

test('on the template that is deployed, what fails is tried five times and then set aside once', {
  timeout: 120_000,
}, async () => {
  const dataDir = tempDir()
  readSecrets(dataDir)
  const host = await localHost(await synthesizedApp(), { retryAfterSeconds: () => 0 }, dataDir)
  const [table] = host.aws.app.tables
  const client = new DynamoDBClient({
    endpoint: host.dynamo.endpoint,
    region: account.region,
    credentials: host.aws.host,
  })
  const { list } = setAsideStore(dynamoTable(client, table?.name ?? ''))
  host.aws.queues.send('throughline-local-record', 'this is no message of ours')
  await vi.waitFor(async () => expect(await list(10)).toHaveLength(1), patience)
  expect(await list(10)).toMatchObject([{ stage: 'record', message: 'this is no message of ours', replays: 0 }])
  const log = () => readFileSync(join(dataDir, 'logs', 'record-contact.log'), 'utf8').split('\n')
  const tries = () => log().filter(line => line.includes('goes back to its queue'))
  await vi.waitFor(() => expect(tries()).toHaveLength(5), patience)
  for (const queue of ['throughline-local-record', 'throughline-local-record-dead'])
    await vi.waitFor(
      () => expect(host.aws.queues.depth(queue)).toEqual({ waiting: 0, inFlight: 0, delayed: 0 }),
      patience,
    )
})
