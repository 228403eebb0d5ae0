import type { SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import type { QueueDatabase } from './queue-database.ts'

/** A message in flight: nobody else gets it until it is removed, given back, or its visibility timeout has passed. */
export type ReceivedMessage = {
  messageId: string
  receiptHandle: string
  body: string
  md5OfBody: string
  sentAt: number
  firstReceivedAt: number
  receiveCount: number
}

/** What a poller does with a queue, without the cost of a call over HTTP. */
export type QueueConsumer = {
  /** At most ten messages, at once. What was received too often goes to the dead letters instead. */
  receive: (most: number) => ReceivedMessage[]
  /** Resolves when there may be messages, or after `seconds`. */
  arrival: (seconds: number) => Promise<void>
  /** Deletes messages for good, in one commit. */
  remove: (receiptHandles: string[]) => void
  /** Makes messages visible again after a time. */
  giveBack: (receiptHandles: string[], seconds: number) => void
  /** Lets all who wait for an arrival go on. */
  wake: () => void
}

/** Throws when there is no such queue. */
export function queueConsumer(store: SqsStore, database: QueueDatabase, name: string): QueueConsumer {
  const queue = store.getQueueByName(name)
  if (!queue) throw new Error(`there is no queue ${name}`)
  const deadLettersOf = (arn: string) => store.getQueueByArn(arn)
  return {
    receive: most =>
      queue.dequeue(most, undefined, deadLettersOf).flatMap(({ ReceiptHandle }) => describe(queue, ReceiptHandle)),
    arrival: seconds => queue.waitForMessages(seconds),
    remove: handles =>
      database.atomically(() => {
        for (const handle of handles) queue.deleteMessage(handle)
      }),
    giveBack: (handles, seconds) =>
      database.atomically(() => {
        for (const handle of handles) queue.changeVisibility(handle, seconds)
      }),
    wake: () => queue.cancelWaiters(),
  }
}

function describe(queue: SqsQueue, receiptHandle: string): ReceivedMessage[] {
  const message = queue.inflightMessages.get(receiptHandle)?.message
  if (!message) return []
  const { messageId, body, md5OfBody, sentTimestamp, approximateReceiveCount, approximateFirstReceiveTimestamp } =
    message
  return [
    {
      ...{ messageId, receiptHandle, body, md5OfBody },
      sentAt: sentTimestamp,
      firstReceivedAt: approximateFirstReceiveTimestamp ?? sentTimestamp,
      receiveCount: approximateReceiveCount,
    },
  ]
}
