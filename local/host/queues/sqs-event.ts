import type { SQSEvent } from 'aws-lambda'
import { account, arnOf } from '../../engines/account.ts'
import type { ReceivedMessage } from '../../engines/queue-consumer.ts'

/** A batch of messages as Lambda hands it over: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const sqsEvent = (queue: string, messages: ReceivedMessage[]): SQSEvent => ({
  Records: messages.map(({ messageId, receiptHandle, body, md5OfBody, sentAt, firstReceivedAt, receiveCount }) => ({
    messageId,
    receiptHandle,
    body,
    attributes: {
      ApproximateReceiveCount: `${receiveCount}`,
      SentTimestamp: `${sentAt}`,
      SenderId: account.id,
      ApproximateFirstReceiveTimestamp: `${firstReceivedAt}`,
    },
    messageAttributes: {},
    md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: arnOf('sqs', queue),
    awsRegion: account.region,
  })),
})
