import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs'
import { expect, onTestFinished, test } from 'vitest'
import { startQueues } from '../../../local/engines/queues.ts'
import { fixtureApp } from '../fixture-app.ts'
import { localAws } from '../proxy/local-aws.ts'
import { tempDir } from '../temp-dir.ts'

/** The engine alone, for one test; `stop` and another call with the same directory is a restart. */
async function queuesIn(dataDir: string) {
  const settings = { dataDir, fsync: 'full' as const, guard: () => undefined, accessKeyOf: () => '' }
  const queues = await startQueues(settings, () => 'http://127.0.0.1:1')
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= queues.stop()
    return stopped
  }
  onTestFinished(stop)
  return { ...queues, stop }
}

const deadLetters = {
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: 2 }),
}

test('messages outlive a restart, and what was in flight is handed out again at once', async () => {
  const dataDir = tempDir()
  const first = await queuesIn(dataDir)
  first.ensureQueue('work', { VisibilityTimeout: '3600' })
  for (const body of ['one', 'two']) first.send('work', body)
  expect(first.consumer('work').receive(1)).toHaveLength(1)
  await first.stop()
  const second = await queuesIn(dataDir)
  const received = second.consumer('work').receive(10)
  expect(received.map(({ body, receiveCount }) => [body, receiveCount]).sort()).toEqual([
    ['one', 2],
    ['two', 1],
  ])
})

test('what was removed does not come back', async () => {
  const dataDir = tempDir()
  const first = await queuesIn(dataDir)
  first.ensureQueue('work', {})
  first.send('work', 'one')
  const consumer = first.consumer('work')
  consumer.remove(consumer.receive(10).map(({ receiptHandle }) => receiptHandle))
  await first.stop()
  expect((await queuesIn(dataDir)).peek('work')).toEqual([])
})

test('a message that was received too often is in the dead letters, also on disk', async () => {
  const dataDir = tempDir()
  const first = await queuesIn(dataDir)
  first.ensureQueue('dead', {})
  first.ensureQueue('work', { VisibilityTimeout: '0', ...deadLetters })
  first.send('work', 'poison')
  const consumer = first.consumer('work')
  for (const _ of ['first', 'second']) expect(consumer.receive(10)).toHaveLength(1)
  expect(consumer.receive(10)).toEqual([])
  await first.stop()
  const second = await queuesIn(dataDir)
  expect([second.peek('work'), second.peek('dead')]).toEqual([[], ['poison']])
})

test('a queue takes the attributes of a new template and keeps its messages', async () => {
  const dataDir = tempDir()
  const first = await queuesIn(dataDir)
  first.ensureQueue('dead', {})
  first.ensureQueue('work', { VisibilityTimeout: '30' })
  first.send('work', 'one')
  await first.stop()
  const second = await queuesIn(dataDir)
  second.ensureQueue('work', { VisibilityTimeout: '0', ...deadLetters })
  for (const _ of ['first', 'second', 'third']) second.consumer('work').receive(10)
  expect(second.peek('dead')).toEqual(['one'])
})

test('a damaged database is named in one message', async () => {
  const dataDir = tempDir()
  writeFileSync(join(dataDir, 'fauxqs.db'), 'this is no database. '.repeat(100))
  await expect(queuesIn(dataDir)).rejects.toThrow(/fauxqs\.db cannot be opened: .*\n.*another THROUGHLINE_DATA/)
})

test('functions use queues through the SDK: at 127.0.0.1, with long polls, batches and a visibility of zero', async () => {
  const aws = await localAws(fixtureApp())
  const { sqs } = aws.clientsOf('host')
  const QueueUrl = aws.queues.urlOf('work')
  expect(QueueUrl).toBe(`${aws.endpoint}/000000000000/work`)
  const poll = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }))
  await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: 'a', MessageBody: 'hello' }] }))
  const [message] = (await poll).Messages ?? []
  expect(message?.Body).toBe('hello')
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 }),
  )
  const [again] = (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? []
  expect(again?.MessageId).toBe(message?.MessageId)
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }))
  expect(aws.queues.depth('work')).toEqual({ waiting: 0, inFlight: 0, delayed: 0 })
})
