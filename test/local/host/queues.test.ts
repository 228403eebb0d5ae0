import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { fixtureApp } from '../fixture-app.ts'
import { fixtureFunction, fromQueue } from './bundles.ts'
import { localHost } from './local-host.ts'

const patience = { timeout: 20_000, interval: 20 }

type Running = Awaited<ReturnType<typeof localHost>>

const pageSchema = z.object({ Items: z.array(z.looseObject({ sk: z.object({ S: z.string() }) })) })

/** The sort keys of the items that functions wrote under a partition key. */
async function written({ dynamoDb }: Running, pk: string): Promise<string[]> {
  const ExpressionAttributeValues = { ':pk': { S: pk } }
  const answer = await dynamoDb('Query', { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues })
  return pageSchema.parse(answer).Items.map(({ sk }) => sk.S)
}

const total = ({ aws }: Running, queue: string): number => {
  const { waiting = 0, inFlight = 0, delayed = 0 } = aws.queues.depth(queue) ?? {}
  return waiting + inFlight + delayed
}

/** Writes one item per message and try; fails at messages as long as `fails` says so of their try. */
const recorder = (fails: string) =>
  fixtureFunction(`
const record = async ({ messageId, body, attributes }) => {
  const tries = Number(attributes.ApproximateReceiveCount)
  await put({ pk: { S: 'tried' }, sk: { S: body + '#' + tries } })
  return ${fails} ? [{ itemIdentifier: messageId }] : []
}
export const handler = async ({ Records }) => ({ batchItemFailures: (await Promise.all(Records.map(record))).flat() })`)

const app = (fails: string) => fixtureApp({ record: recorder(fails) }, fromQueue('record', 'Work'))

test('what succeeded is deleted, and only what failed comes again', async () => {
  const host = await localHost(app(`body.startsWith('bad') && tries === 1`))
  for (const body of ['good-1', 'bad-1', 'good-2']) host.aws.queues.send('work', body)
  await vi.waitFor(() => expect(total(host, 'work')).toBe(0), patience)
  expect((await written(host, 'tried')).sort()).toEqual(['bad-1#1', 'bad-1#2', 'good-1#1', 'good-2#1'])
  expect(total(host, 'dead')).toBe(0)
})

test('what fails as often as the queue allows goes to the dead letters', async () => {
  const host = await localHost(app(`body === 'bad'`))
  for (const body of ['bad', 'good']) host.aws.queues.send('work', body)
  await vi.waitFor(() => expect([total(host, 'work'), total(host, 'dead')]).toEqual([0, 1]), patience)
  expect((await written(host, 'tried')).sort()).toEqual(['bad#1', 'bad#2', 'good#1'])
  expect(host.lines).toContain('record failed at messages of work, which come again')
})

test.each([
  ['an answer in another form', `({ batchItemFailures: 'none' })`],
  ['an identifier that is not in the batch', `({ batchItemFailures: [{ itemIdentifier: 'other' }] })`],
  ['an exception', `Promise.reject(new Error('failed'))`],
  ['the end of its thread', 'process.exit(1)'],
  ['an exception that nobody catches', `new Promise(() => setTimeout(() => { throw new Error('late') }, 0))`],
])('a whole batch comes again after %s, and the function lives on', async (_, answer) => {
  const code = `export const handler = async ({ Records: [{ body, attributes }] }) => {
    if (attributes.ApproximateReceiveCount === '1') return ${answer}
    await put({ pk: { S: 'tried' }, sk: { S: body } })
  }`
  const folder = fixtureApp({ record: fixtureFunction(code) }, fromQueue('record', 'Work', { BatchSize: 1 }))
  const host = await localHost(folder)
  for (const body of ['a', 'b']) host.aws.queues.send('work', body)
  await vi.waitFor(() => expect(total(host, 'work')).toBe(0), patience)
  expect((await written(host, 'tried')).sort()).toEqual(['a', 'b'])
  expect(total(host, 'dead')).toBe(0)
})

test('without partial failures an answer counts as success, whatever it says', async () => {
  const code = `export const handler = async ({ Records }) => ({ batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) })`
  const resources = fromQueue('record', 'Work', { FunctionResponseTypes: [] })
  const host = await localHost(fixtureApp({ record: fixtureFunction(code) }, resources))
  host.aws.queues.send('work', 'a')
  await vi.waitFor(() => expect([total(host, 'work'), total(host, 'dead')]).toEqual([0, 0]), patience)
})

test('an instance has one event at a time, and as many run side by side as the host may start', async () => {
  const code = `import { threadId } from 'node:worker_threads'
  let running = 0
  export const handler = async ({ Records }) => {
    running += 1
    for (const { body } of Records) await put({ pk: { S: 'thread' }, sk: { S: [threadId, running, body].join('#') } })
    await new Promise(resolve => setTimeout(resolve, 50))
    running -= 1
  }`
  const folder = fixtureApp({ record: fixtureFunction(code) }, fromQueue('record', 'Work', { BatchSize: 1 }))
  const host = await localHost(folder, { concurrency: { record: 2 } })
  for (let message = 0; message < 12; message++) host.aws.queues.send('work', `${message}`)
  await vi.waitFor(() => expect(total(host, 'work')).toBe(0), patience)
  const parts = (await written(host, 'thread')).map(sk => sk.split('#'))
  expect(parts).toHaveLength(12)
  expect(new Set(parts.map(([thread]) => thread)).size).toBe(2)
  expect(new Set(parts.map(([, running]) => running))).toEqual(new Set(['1']))
})

test('a message looks to the function as Lambda hands it over', async () => {
  const code = `export const handler = async event => put({ pk: { S: 'event' }, sk: { S: JSON.stringify(event) } })`
  const host = await localHost(fixtureApp({ record: fixtureFunction(code) }, fromQueue('record', 'Work')))
  host.aws.queues.send('work', 'hello')
  await vi.waitFor(async () => expect(await written(host, 'event')).toHaveLength(1), patience)
  const [item = ''] = await written(host, 'event')
  expect(JSON.parse(item)).toEqual({
    Records: [
      {
        messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        receiptHandle: expect.any(String),
        body: 'hello',
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: expect.stringMatching(/^\d{13}$/),
          SenderId: expect.any(String),
          ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        },
        messageAttributes: {},
        md5OfBody: '5d41402abc4b2a76b9719d911017c592',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:work',
        awsRegion: 'us-east-1',
      },
    ],
  })
})

test('what a function may not do is refused, and the operator reads which statement is missing', async () => {
  const code = `export const handler = async () => put({ pk: { S: 'a' }, sk: { S: 'b' } })`
  const host = await localHost(
    fixtureApp({ record: fixtureFunction(code, { statements: [] }) }, fromQueue('record', 'Work')),
  )
  host.aws.queues.send('work', 'a')
  await vi.waitFor(() => expect(total(host, 'dead')).toBe(1), patience)
  expect(host.lines).toContain(
    'Refused: no statement allows dynamodb:PutItem on arn:aws:dynamodb:us-east-1:000000000000:table/timeline for record',
  )
})

test('a message in flight when the host stops is handed out again at the next start', async () => {
  const code = `export const handler = async ({ Records: [{ attributes }] }) =>
    attributes.ApproximateReceiveCount === '1' ? new Promise(() => setInterval(() => 0, 1000)) : put({ pk: { S: 'tried' }, sk: { S: 'again' } })`
  const folder = fixtureApp({ record: fixtureFunction(code, { timeout: 300 }) }, fromQueue('record', 'Work'))
  const first = await localHost(folder)
  first.aws.queues.send('work', 'a')
  await vi.waitFor(() => expect(first.aws.queues.depth('work')?.inFlight).toBe(1), patience)
  await first.stop()
  const second = await localHost(folder, {}, first.dataDir)
  await vi.waitFor(async () => expect(await written(second, 'tried')).toEqual(['again']), patience)
})
