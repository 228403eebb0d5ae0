import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { changeStages } from '../../core/record/change-stage.ts'
import type { DeadMessage } from '../../core/record/set-aside-dead.ts'
import { errorFields, log } from './log.ts'

/** The loop over dead letters: whatever their form, they are kept. */
export const deadLetterHandler =
  (keep: (dead: DeadMessage) => Promise<void>) =>
  async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = await Promise.all(
      event.Records.map(async record => {
        try {
          await keep(deadMessage(record))
          return []
        } catch (error) {
          log('ERROR', 'failed', { messageId: record.messageId, ...errorFields(error) })
          return [{ itemIdentifier: record.messageId }]
        }
      }),
    )
    return { batchItemFailures: failed.flat() }
  }

function deadMessage({ messageId, body, attributes, eventSourceARN }: SQSRecord): DeadMessage {
  const sentAt = new Date(Number(attributes.SentTimestamp)).toISOString()
  return { messageId, body, sentAt, queue: queueNamed(eventSourceARN) }
}

/** The queue's name ends in what it carries: `throughline-<stage>-audit-dead`. */
function queueNamed(arn: string): DeadMessage['queue'] {
  return queueNames.find(name => arn.endsWith(`-${name}-dead`)) ?? 'record'
}

const queueNames = ['audit', 'split', ...changeStages] as const
