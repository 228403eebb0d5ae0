import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { property, type Resource, referred, synthesized } from './synthesized.ts'

const prod = synthesized('prod')
const queues = prod.ofType('AWS::SQS::Queue')
const mappings = prod.ofType('AWS::Lambda::EventSourceMapping')
const redrive = z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() })

const nameOf = (queue: Resource): string => property(queue, 'QueueName', z.string())
const idOf = (name: string): string | undefined =>
  queues.find(queue => nameOf(queue) === `throughline-prod-${name}`)?.id
const timeoutOf = (id: string): number =>
  z.object({ Timeout: z.number() }).parse(prod.all.find(resource => resource.id === id)?.Properties).Timeout

const [working, ending] = [
  queues.filter(queue => queue.Properties.RedrivePolicy !== undefined),
  queues.filter(queue => queue.Properties.RedrivePolicy === undefined),
]

/** What has a queue of its own; and how many functions read the table's stream: two are the most that it bears. */
const works = [
  'record',
  'split',
  'audit',
  'conversations',
  'search',
  'counts',
  'outbox',
  'routing',
  'automations',
  'hooks',
  'archive',
  'reports',
]
const streamReaders = 2

describe('queues', () => {
  it('are encrypted and answer over TLS only', () => {
    expect(queues.length).toBe(2 * works.length + 1)
    for (const queue of queues) {
      expect(queue.Properties.SqsManagedSseEnabled).toBe(true)
      const policies = prod
        .ofType('AWS::SQS::QueuePolicy')
        .filter(one => referred(one.Properties.Queues).includes(queue.id))
      expect(JSON.stringify(policies)).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"')
    }
  })

  it('of work have dead letters of their own after five tries', () => {
    expect(working.map(nameOf)).toEqual(works.map(name => `throughline-prod-${name}`))
    for (const queue of working) {
      const { deadLetterTargetArn, maxReceiveCount } = property(queue, 'RedrivePolicy', redrive)
      expect(referred(deadLetterTargetArn)).toEqual([idOf(`${nameOf(queue).split('-')[2]}-dead`)])
      expect(maxReceiveCount).toBe(5)
    }
  })

  it('without dead letters are dead letters themselves, or note the failures of the stream; they keep for 14 days', () => {
    const kept = [...works.map(name => `${name}-dead`), 'stream-failures']
    expect(ending.map(nameOf).toSorted()).toEqual(kept.map(name => `throughline-prod-${name}`).toSorted())
    for (const queue of ending) expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600)
  })

  it('hide a message for at least six times the timeout of the function that has it', () => {
    const read = mappings.flatMap(mapping => {
      const queue = queues.find(one => referred(mapping.Properties.EventSourceArn).includes(one.id))
      return queue ? [{ queue, timeout: timeoutOf(referred(mapping.Properties.FunctionName)[0] ?? '') }] : []
    })
    expect(read.length).toBe(2 * works.length)
    for (const { queue, timeout } of read) {
      expect(property(queue, 'VisibilityTimeout', z.number())).toBeGreaterThanOrEqual(6 * timeout)
    }
  })
})

describe('event source mappings', () => {
  it('all report the failed messages of a batch, so that the rest are not repeated', () => {
    expect(mappings.length).toBe(2 * works.length + streamReaders)
    for (const { Properties } of mappings) expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })

  it('read every queue but the one that an operator reads', () => {
    const read = new Set(mappings.flatMap(mapping => referred(mapping.Properties.EventSourceArn)))
    const unread = queues.filter(queue => !read.has(queue.id))
    expect(unread.map(nameOf)).toEqual(['throughline-prod-stream-failures'])
  })

  it('record-contact takes ten messages at once and is held back by the poller, not by reserved concurrency', () => {
    prod.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 10,
      EventSourceArn: { 'Fn::GetAtt': [idOf('record'), 'Arn'] },
      ScalingConfig: { MaximumConcurrency: 50 },
    })
    const reserved = prod.ofType('AWS::Lambda::Function').filter(one => one.Properties.ReservedConcurrentExecutions)
    expect(reserved.map(one => one.Properties.FunctionName)).toEqual([
      'throughline-prod-receive-webhook',
      'throughline-prod-write-archive',
    ])
  })

  it('the stream is read from its beginning; a failing record is cut out, tried ten times and noted', () => {
    prod.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [prod.ofType('AWS::DynamoDB::Table')[0]?.id, 'StreamArn'] },
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [idOf('stream-failures'), 'Arn'] } } },
    })
  })
})
