import { isDeepStrictEqual } from 'node:util'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { errorFields, log } from './log.ts'
import { type Changed, imageSchema } from './stream-image.ts'

/**
 * The loop over a batch of the table's stream, in order. A failure is thrown: Lambda then halves the batch until it has
 * found the change that fails, tries that ten times, notes it in the queue for failures and goes on. So consumers see
 * each change at least once and those of one item in order. A change that left the item as it was, which one engine
 * reports too, is passed over; so is one of nothing but its version or the label of its conversation, and an item that
 * went.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export const streamHandler =
  (publish: () => (changed: Changed[]) => Promise<void>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    try {
      await publish()(event.Records.flatMap(changedItem))
      return { batchItemFailures: [] }
    } catch (error) {
      log('WARN', 'failed', { messages: event.Records.length, ...errorFields(error) })
      throw error
    }
  }

function changedItem({ dynamodb }: DynamoDBRecord): Changed[] {
  if (dynamodb?.NewImage === undefined || isDeepStrictEqual(told(dynamodb.NewImage), told(dynamodb.OldImage))) return []
  return [imageSchema.parse(dynamodb.NewImage)]
}

/** What a change is about: the label of a contact is news of its conversation, not of the contact. */
function told(image: Image): Image {
  const { version: _version, conversation: _label, ...rest } = image ?? {}
  return image && rest
}

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage']
