import type { SQSClient } from '@aws-sdk/client-sqs'
import { sendAll } from '../../adapters/sqs/send-all.ts'
import type { Deliver } from '../../core/hooks/message.ts'

/** Puts deliveries into their queue, which keeps them back for so many seconds, 900 at most. */
export const deliverySender =
  (client: SQSClient, queueUrl: string) =>
  async (ids: string[], seconds: number): Promise<void> => {
    if (ids.length === 0) return
    const messages = ids.map((id): Deliver => ({ v: 1, type: 'deliver', id }))
    await sendAll(client, queueUrl, messages, () => seconds)
  }
