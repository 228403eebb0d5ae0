import { isDeepStrictEqual } from 'node:util'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { errorFields, log } from './log.ts'
import { type Changed, imageSchema } from './stream-image.ts'

/**
 * The loop over a batch of the table's stream, in order. After a failure the batch comes again, so consumers see each
 * change at least once and those of one item in order. A change that left the item as it was, which one engine reports
 * too, is passed over; so is an item that went.
 */
export const streamHandler =
  (publish: () => (changed: Changed[]) => Promise<void>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    try {
      await publish()(event.Records.flatMap(changedItem))
      return { batchItemFailures: [] }
    } catch (error) {
      log('WARN', 'failed', { messages: event.Records.length, ...errorFields(error) })
      const first = event.Records[0]?.dynamodb?.SequenceNumber
      return { batchItemFailures: [{ itemIdentifier: first ?? '' }] }
    }
  }

function changedItem({ dynamodb }: DynamoDBRecord): Changed[] {
  if (dynamodb?.NewImage === undefined || isDeepStrictEqual(dynamodb.NewImage, dynamodb.OldImage)) return []
  return [imageSchema.parse(dynamodb.NewImage)]
}
