import * as z from 'zod'
import type { Resources } from './resolve.ts'

/** A queue with its attributes in the spelling of SQS' CreateQueue. */
export type QueuePlan = { name: string; attributes: Record<string, string> }

const queueSchema = z.looseObject({
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
})

/** The properties that SQS takes as attributes under the same name. */
const attributes = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'VisibilityTimeout',
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
]

export function readQueues(resources: Resources): QueuePlan[] {
  return resources.ofType('AWS::SQS::Queue').map(({ ref, properties }) => {
    const { RedrivePolicy } = queueSchema.parse(properties)
    const plain = attributes
      .filter(name => name in properties)
      .map((name): [string, string] => [name, `${properties[name]}`])
    return {
      name: ref.split('/').at(-1) ?? ref,
      attributes: {
        ...Object.fromEntries(plain),
        ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
      },
    }
  })
}
