import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { CheckpointFile } from '../../../local/host/stream/checkpoint-file.ts'
import { deliverBatch } from '../../../local/host/stream/deliver-batch.ts'
import type { StreamRecord } from '../../../local/host/stream/stream-reader.ts'
import { fixtureApp } from '../fixture-app.ts'
import { tempDir } from '../temp-dir.ts'
import { fixtureFunction, fromStream } from './bundles.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 20_000, interval: 20 }

type Running = Awaited<ReturnType<typeof localHost>>

/** Sends the key of each change to the queue `dead`, which nobody reads; fails as `fails` says. */
const publisher = (fails = 'undefined') =>
  fixtureFunction(`export const handler = async ({ Records }) => {
    const failure = ${fails}
    if (failure) return failure
    for (const { eventName, dynamodb } of Records) await send(process.env.DEAD_QUEUE_URL, eventName + ' ' + dynamodb.Keys.pk.S)
  }`)

const sent = ({ aws }: Running): string[] => aws.queues.peek('dead')

const put = ({ dynamoDb }: Running, pk: string, more: object = {}) =>
  dynamoDb('PutItem', { Item: { pk: { S: pk }, sk: { S: '1' }, ...more } })

test('changes reach the function in their order', async () => {
  const host = await localHost(fixtureApp({ publish: publisher() }, fromStream('publish', { BatchSize: 2 })))
  for (const pk of ['a', 'b', 'c']) await put(host, pk)
  await put(host, 'a', { more: { S: 'x' } })
  await host.dynamoDb('DeleteItem', { Key: { pk: { S: 'b' }, sk: { S: '1' } } })
  await vi.waitFor(() => expect(sent(host)).toHaveLength(5), patience)
  expect(sent(host)).toEqual(['INSERT a', 'INSERT b', 'INSERT c', 'MODIFY a', 'REMOVE b'])
})

test('a restart goes on where the last run stood, and misses nothing in between', async () => {
  const folder = fixtureApp({ publish: publisher() }, fromStream('publish'))
  const first = await localHost(folder)
  await put(first, 'a')
  await vi.waitFor(() => expect(sent(first)).toEqual(['INSERT a']), patience)
  await first.stop()
  const idle = await localHost(fixtureApp({}, {}), {}, first.dataDir)
  await put(idle, 'b')
  await idle.stop()
  const second = await localHost(folder, {}, first.dataDir)
  await put(second, 'c')
  await vi.waitFor(() => expect(sent(second)).toEqual(['INSERT a', 'INSERT b', 'INSERT c']), patience)
})

test('a change looks to the function as Lambda hands it over, bytes in base64', async () => {
  const code = `export const handler = async event => send(process.env.DEAD_QUEUE_URL, JSON.stringify(event))`
  const host = await localHost(fixtureApp({ publish: fixtureFunction(code) }, fromStream('publish')))
  await put(host, 'a', { bytes: { B: 'AAEC' }, count: { N: '7' } })
  await vi.waitFor(() => expect(sent(host)).toHaveLength(1), patience)
  const image = { pk: { S: 'a' }, sk: { S: '1' }, bytes: { B: 'AAEC' }, count: { N: '7' } }
  expect(JSON.parse(sent(host)[0] ?? '')).toEqual({
    Records: [
      {
        eventID: expect.any(String),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        eventSourceARN: expect.stringContaining(':table/timeline/stream/'),
        dynamodb: {
          Keys: { pk: { S: 'a' }, sk: { S: '1' } },
          NewImage: image,
          SequenceNumber: '1',
          SizeBytes: expect.any(Number),
          StreamViewType: 'NEW_AND_OLD_IMAGES',
          ApproximateCreationDateTime: expect.any(Number),
        },
      },
    ],
  })
})

test('a change that always fails is halved out of its batch, noted and left behind', async () => {
  const fails = `Records.some(({ dynamodb }) => dynamodb.Keys.pk.S === 'bad') && Promise.reject(new Error('bad'))`
  const resources = {
    ...fromStream('publish', {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failures', 'Arn'] } } },
    }),
    Failures: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } },
  }
  const folder = fixtureApp({ publish: publisher(fails) }, resources)
  const idle = await localHost(fixtureApp({}, {}))
  for (const pk of ['a', 'b', 'bad', 'c', 'd']) await put(idle, pk)
  await idle.stop()
  const host = await localHost(folder, {}, idle.dataDir)
  await vi.waitFor(() => expect(sent(host)).toEqual(['INSERT a', 'INSERT b', 'INSERT c', 'INSERT d']), patience)
  expect(host.aws.queues.peek('failures').map(note => JSON.parse(note))).toMatchObject([
    {
      requestContext: { condition: 'RetryAttemptsExhausted', functionArn: expect.stringContaining('function:publish') },
      DDBStreamBatchInfo: { startSequenceNumber: '3', endSequenceNumber: '3', batchSize: 1 },
    },
  ])
  expect(host.lines).toContain('publish: 1 changes of timeline were given up after 2 tries')
})

test('a damaged checkpoint, or one of another table, counts as none', () => {
  const file = join(tempDir(), 'checkpoints', 'publish.json')
  const first = new CheckpointFile(file, 'arn:1')
  first.set('shard', '5')
  expect(new CheckpointFile(file, 'arn:1').get('shard')).toBe('5')
  expect(new CheckpointFile(file, 'arn:2').get('shard')).toBeUndefined()
  writeFileSync(file, '{"streamArn":')
  expect(new CheckpointFile(file, 'arn:1').get('shard')).toBeUndefined()
})

const recordsOf = (count: number): StreamRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    eventID: `${at}`,
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `${at + 1}` },
  }))

const sequences = (records: StreamRecord[]): number[] => records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber))

test('whatever fails, each record is taken in order or given up, and the checkpoint never runs ahead', async () => {
  const run = fc.asyncProperty(
    fc.integer({ min: 1, max: 20 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.boolean(),
    async (count, poisoned, retries, bisect, reports) => {
      const taken: number[] = []
      const givenUp: number[] = []
      let checkpoint = 0
      const invoke = async (records: StreamRecord[]) => {
        const numbers = sequences(records)
        const bad = numbers.findIndex(one => poisoned.includes(one))
        if (bad >= 0 && !reports) throw new Error('poisoned')
        taken.push(...(bad < 0 ? numbers : numbers.slice(0, bad)))
        return bad < 0 ? {} : { batchItemFailures: [{ itemIdentifier: `${numbers[bad]}` }] }
      }
      const done = (last: StreamRecord) => {
        const number = Number(last.dynamodb.SequenceNumber)
        expect(number).toBeGreaterThan(checkpoint)
        for (let one = checkpoint + 1; one <= number; one++) expect([...taken, ...givenUp]).toContain(one)
        checkpoint = number
      }
      const giveUp = (records: StreamRecord[]) => void givenUp.push(...sequences(records))
      const source = { partialFailures: reports, bisect, retries }
      await deliverBatch({ source, invoke, done, giveUp, again: async () => true }, recordsOf(count))
      expect(checkpoint).toBe(count)
      expect(taken).toEqual([...taken].sort((one, other) => one - other))
      if (bisect && !reports) expect(givenUp).toEqual(poisoned.filter(one => one <= count).sort((a, b) => a - b))
    },
  )
  await fc.assert(run, { numRuns: 300 })
})
