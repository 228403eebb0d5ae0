import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import { auditOfChange } from '../../adapters/dynamodb/changes.ts'
import { writeLogEntry } from '../../adapters/dynamodb/identity-items.ts'
import { streamHandler } from '../../functions/kit/stream.ts'
import { type Changed, imageSchema } from '../../functions/kit/stream-image.ts'

vi.spyOn(console, 'log').mockImplementation(() => undefined)

/** Images as Lambda delivers them: DynamoDB's JSON after a trip through JSON itself. */
const image = (item: object) => JSON.parse(JSON.stringify(marshall(item, { removeUndefinedValues: true })))
const change = (SequenceNumber: string, next?: object, previous?: object): DynamoDBRecord => ({
  eventName: 'MODIFY',
  dynamodb: { SequenceNumber, ...(next && { NewImage: image(next) }), ...(previous && { OldImage: image(previous) }) },
})
const event = (...Records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records })

const item = {
  pk: 'p',
  sk: 's',
  n: 1.5,
  yes: true,
  no: null,
  list: [{ deep: 'x' }],
  words: new Set(['a']),
  numbers: new Set([1]),
}

test('a change is read as the item it left', async () => {
  const seen: Changed[] = []
  const handler = streamHandler(() => async changed => {
    seen.push(...changed)
  })
  expect(await handler(event(change('1', item)))).toEqual({ batchItemFailures: [] })
  expect(seen).toEqual([item])
})

test('changes that changed nothing, and items that went, are passed over', async () => {
  const handler = streamHandler(() => async changed => {
    expect(changed).toEqual([])
  })
  expect(await handler(event(change('1', item, item), change('2', undefined, item)))).toEqual({ batchItemFailures: [] })
})

test('a failure is thrown, so that the batch is halved until the change that fails is found', async () => {
  const handler = streamHandler(() => async () => {
    throw new Error('no')
  })
  await expect(handler(event(change('7', item), change('8', item)))).rejects.toThrow('no')
})

test('bytes come as base64', () => {
  const packed = { pk: { S: 'p' }, sk: { S: 's' }, text: { B: Buffer.from('hello').toString('base64') } }
  expect(imageSchema.parse(packed).text).toEqual(Buffer.from('hello'))
})

test('a decision about identity is an audit record of the customer; other changes are none', () => {
  const decision = writeLogEntry({
    customer: 'cus_a',
    seq: 3,
    operation: { id: 'op', kind: 'merge', by: 'agent amelia', reason: 'the same person called' },
    at: '2026-03-01T09:00:00.000Z',
    before: { members: [{ stream: 'email:alice@example.com', asserted: false }] },
    after: { members: [], redirect: 'cus_b' },
    changes: [],
  })
  const [record] = auditOfChange(decision)
  expect(record).toMatchObject({
    customer: 'cus_a',
    actor: 'agent amelia',
    action: 'identity.merge',
    detail: { reason: 'the same person called', redirect: 'cus_b' },
  })
  expect(JSON.stringify(record)).not.toContain('alice')
  expect(auditOfChange({ pk: 'S#x', sk: 'T#y' })).toEqual([])
})
