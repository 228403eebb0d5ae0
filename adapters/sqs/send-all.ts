import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** SQS takes ten messages, and 256 KiB, a call. */
const batchSize = 10
const inFlight = 8
const maxTries = 6

type Outgoing = { MessageBody: string; DelaySeconds?: number }

/**
 * Sends every message, as JSON; those that the service refused for its own reasons are sent again. Throws when tries run
 * out. `delayOf` says for how many seconds, from 0 to 900, the queue keeps a message back.
 */
export async function sendAll<Message extends object>(
  client: SQSClient,
  QueueUrl: string,
  messages: Message[],
  delayOf?: (message: Message) => number,
): Promise<void> {
  const outgoing = messages.map(message => ({
    MessageBody: JSON.stringify(message),
    ...(delayOf && { DelaySeconds: delayOf(message) }),
  }))
  const batches = Array.from({ length: Math.ceil(outgoing.length / batchSize) }, (_, at) =>
    outgoing.slice(at * batchSize, (at + 1) * batchSize),
  )
  for (let at = 0; at < batches.length; at += inFlight) {
    await Promise.all(batches.slice(at, at + inFlight).map(batch => sendBatch(client, QueueUrl, batch)))
  }
}

async function sendBatch(client: SQSClient, QueueUrl: string, outgoing: Outgoing[]): Promise<void> {
  let wanted = outgoing
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const Entries = wanted.map((message, at) => ({ Id: String(at), ...message }))
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    if (Failed.length === 0) return
    const refused = new Set(Failed.map(({ Id }) => Id))
    wanted = wanted.filter((_, at) => refused.has(String(at)))
    await new Promise(resolve => setTimeout(resolve, 50 * 2 ** attempt))
  }
  throw new Error(`the queue refused ${wanted.length} messages ${maxTries} times`)
}
