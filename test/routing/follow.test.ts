import { marshall } from '@aws-sdk/util-dynamodb'
import type { SQSEvent } from 'aws-lambda'
import { describe, expect, test, vi } from 'vitest'
import { agentKeys, conversationKeys, hoursKeys, routingRuleKeys } from '../../adapters/dynamodb/keys.ts'
import { type Change, changeSchema } from '../../core/change/change.ts'
import { followRouting } from '../../core/routing/follow-routing.ts'
import { oneAtATime } from '../../functions/kit/one-at-a-time.ts'
import { queueHandler } from '../../functions/kit/queue.ts'
import { imageSchema } from '../../functions/kit/stream-image.ts'
import { type ChangeQueues, publish } from '../../functions/publish-changes/publish.ts'
import { mailAt } from '../conversation/contacts.ts'
import { agentNamed, conversationOf, everything } from './company.ts'
import { makeRoutedWorld } from './routed-world.ts'

vi.spyOn(console, 'log').mockImplementation(() => undefined)

const messages = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map((body, n) => ({
    ...{ messageId: `m${n}`, receiptHandle: '', messageAttributes: {}, md5OfBody: '', eventSource: '' },
    ...{ eventSourceARN: 'arn:aws:sqs:eu-west-1:1:throughline-local-routing', awsRegion: 'eu-west-1' },
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    body: JSON.stringify(body),
  })),
})

describe('what routing is told', () => {
  const nothing = async () => undefined
  const toldOf = async (...items: object[]): Promise<Change[]> => {
    const told: Change[] = []
    const queues: ChangeQueues = {
      ...{ audit: nothing, conversations: nothing, search: nothing, counts: nothing, outbox: nothing },
      ...{ automations: nothing, hooks: nothing, archive: nothing },
      ...{ automations: nothing, hooks: nothing, reports: nothing },
      routing: async changes => void told.push(...changes),
    }
    const image = (item: object) => imageSchema.parse(JSON.parse(JSON.stringify(marshall(item))))
    await publish(queues, items.map(image))
    return told
  }

  test('is each conversation, and once in a batch that agents or rules changed', async () => {
    const { id } = everything
    const told = await toldOf(
      { ...conversationOf(), ...conversationKeys.head('c0') },
      { ...agentNamed('ada'), ...agentKeys.item('ada') },
      { ...agentNamed('bob'), ...agentKeys.item('bob') },
      { ...everything, ...routingRuleKeys.item(id) },
      { v: 1, id: 'london', ...hoursKeys.item('london') },
    )
    expect(told).toEqual([
      { v: 1, type: 'conversation', id: 'c0' },
      { v: 1, type: 'staff', what: 'agents' },
      { v: 1, type: 'staff', what: 'rules' },
    ])
  })
})

describe('a batch of messages', () => {
  test('routes each conversation once, whatever it is told twice; what nobody understands goes back alone', async () => {
    const world = makeRoutedWorld()
    await world.employ('ada', 'bob')
    const opened = await Promise.all(
      [1, 2, 3].map(n => {
        const from = { identifier: { type: 'email', value: `customer-${n}@example.com` } } as const
        return world.receive(mailAt(`mail ${n}`, '2T09:00', 'hello', { from, evidence: [] }))
      }),
    )
    await world.rules(everything)
    const told = opened.map(({ id }) => ({ v: 1, type: 'conversation', id }))
    const gone = { v: 1, type: 'conversation', id: 'nowhere' }
    const follow = oneAtATime((change: Change) => followRouting(world.routing, change))
    const handler = queueHandler(() => ({ schema: changeSchema, handle: follow }))
    const answer = await handler(messages(...told, ...told, gone, { v: 1, type: 'weather' }))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm7' }] })
    const given = await Promise.all(opened.map(({ id }) => world.read(id)))
    expect(given.map(({ assignee }) => assignee)).toEqual(['ada', 'bob', 'ada'])
    expect(given.map(({ version }) => version)).toEqual(opened.map(({ version }) => version + 1))
  })
})

describe('one at a time', () => {
  test('does what was asked in the order of asking; what fails stops nothing', async () => {
    const done: string[] = []
    const work = oneAtATime(async (name: string) => {
      done.push(`${name} begins`)
      await new Promise(resolve => setTimeout(resolve, 1))
      if (name === 'second') throw new Error('no')
      done.push(`${name} ends`)
      return name
    })
    const answers = await Promise.allSettled(['first', 'second', 'third'].map(work))
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(done).toEqual(['first begins', 'first ends', 'second begins', 'third begins', 'third ends'])
  })
})
