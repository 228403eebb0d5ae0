import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { deadLetterHandler } from '../../functions/kit/dead-letters.ts'
import { queueHandler } from '../../functions/kit/queue.ts'

const record = (messageId: string, body: string, queue = 'record'): SQSRecord => ({
  messageId,
  body,
  receiptHandle: 'r',
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '1772355600000',
    SenderId: 's',
    ApproximateFirstReceiveTimestamp: '1',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:throughline-local-${queue}`,
  awsRegion: 'us-east-1',
})
const event = (...Records: SQSRecord[]): SQSEvent => ({ Records })
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map(itemIdentifier => ({ itemIdentifier })) })

const lines = vi.spyOn(console, 'log').mockImplementation(() => undefined)
afterEach(() => lines.mockClear())

const schema = z.object({ n: z.number() })
const handleOdd = async ({ n }: { n: number }) => {
  if (n % 2 === 0) throw new Error(`secret words of message ${n}`)
  return n
}

test('messages that fail, or that nobody can read, go back alone', async () => {
  const handler = queueHandler(() => ({ schema, handle: handleOdd }))
  const batch = event(
    record('a', '{"n":1}'),
    record('b', '{"n":2}'),
    record('c', 'no json'),
    record('d', '{"m":1}'),
    record('e', '{"n":3}'),
  )
  expect(await handler(batch)).toEqual(failed('b', 'c', 'd'))
})

test('finishing sees the results of those that succeeded; when it fails, all go back', async () => {
  const seen: number[][] = []
  const finish = async (results: number[]) => {
    seen.push(results)
    if (results.includes(3)) throw new Error('no')
  }
  const handler = queueHandler(() => ({ schema, handle: handleOdd, finish }))
  expect(await handler(event(record('a', '{"n":1}'), record('b', '{"n":2}')))).toEqual(failed('b'))
  expect(await handler(event(record('a', '{"n":1}'), record('c', '{"n":3}')))).toEqual(failed('a', 'c'))
  expect(seen).toEqual([[1], [1, 3]])
})

test('an error’s message stays out of the log: it may quote what a customer said', async () => {
  await queueHandler(() => ({ schema, handle: handleOdd }))(event(record('b', '{"n":2}')))
  const logged = lines.mock.calls.flat().join('\n')
  expect(logged).toContain('"messageId":"b"')
  expect(logged).not.toContain('secret words')
})

test('dead letters tell which queue gave them up and since when', async () => {
  const kept: unknown[] = []
  const handler = deadLetterHandler(async dead => {
    kept.push(dead)
    if (dead.body === 'broken') throw new Error('no')
  })
  const batch = event(
    record('a', 'x', 'record-dead'),
    record('b', 'y', 'split-dead'),
    record('c', 'broken', 'audit-dead'),
  )
  expect(await handler(batch)).toEqual(failed('c'))
  expect(kept).toMatchObject([
    { messageId: 'a', body: 'x', queue: 'record', sentAt: '2026-03-01T09:00:00.000Z' },
    { queue: 'split' },
    { queue: 'audit' },
  ])
})
