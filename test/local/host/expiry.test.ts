import { expect, test, vi } from 'vitest'
import { ExpirySweep } from '../../../local/host/expiry/expiry-sweep.ts'
import { fixtureApp } from '../fixture-app.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 20_000, interval: 20 }

test('items whose time has passed are deleted, page by page; others stay', async () => {
  const { aws, dynamo, dynamoDb, lines } = await localHost(fixtureApp())
  const put = (sk: string, more: object) => dynamoDb('PutItem', { Item: { pk: { S: 'a' }, sk: { S: sk }, ...more } })
  for (let item = 0; item < 250; item++) await put(`old-${item}`, { expiresAt: { N: '999' } })
  await put('kept-later', { expiresAt: { N: '1001' } })
  await put('kept-always', {})
  const table = aws.app.tables[0]
  if (!table) throw new Error('the fixture has a table')
  const target = { endpoint: dynamo.endpoint, accessKeyId: 'test' }
  const report = (line: string) => void lines.push(line)
  const sweep = new ExpirySweep({ target, table, timeToLive: 'expiresAt', now: () => 1000, everyMs: 1, report })
  await vi.waitFor(
    async () => expect(await dynamoDb('Scan', { Select: 'COUNT' })).toMatchObject({ Count: 2 }),
    patience,
  )
  await sweep.stop()
  expect(await dynamoDb('Scan', { ProjectionExpression: 'sk' })).toMatchObject({
    Items: expect.arrayContaining([{ sk: { S: 'kept-later' } }, { sk: { S: 'kept-always' } }]),
  })
  expect(lines).toEqual([])
})
