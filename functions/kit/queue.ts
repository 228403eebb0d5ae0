import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod'
import { errorFields, log } from './log.ts'

export type QueueWork<Message, Result> = {
  schema: z.ZodType<Message>
  handle: (message: Message, record: SQSRecord) => Promise<Result>
  /** Once for all messages that succeeded; when it throws, all of them go back. */
  finish?: (results: Result[]) => Promise<void>
}

/**
 * The loop over a batch of queue messages, side by side. A message that fails, or is in no known form, goes back to
 * its queue alone; after the queue's last try it reaches the dead-letter queue.
 */
export const queueHandler =
  <Message, Result>(work: () => QueueWork<Message, Result>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const { schema, handle, finish } = work()
    const failed = new Set<string>()
    const results = await Promise.all(
      event.Records.map(async record => {
        try {
          return [await handle(schema.parse(JSON.parse(record.body)), record)]
        } catch (error) {
          failed.add(record.messageId)
          log('WARN', 'failed', { messageId: record.messageId, ...errorFields(error) })
          return []
        }
      }),
    )
    try {
      await finish?.(results.flat())
    } catch (error) {
      log('WARN', 'failed', { messages: event.Records.length, ...errorFields(error) })
      for (const { messageId } of event.Records) failed.add(messageId)
    }
    const goBack = event.Records.filter(({ messageId }) => failed.has(messageId))
    return { batchItemFailures: goBack.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
