import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** SQS takes ten messages, and 256 KiB, a call. */
const batchSize = 10
const inFlight = 8
const maxTries = 6

/** Sends every message, as JSON; those that the service refused for its own reasons are sent again. Throws when tries run out. */
export async function sendAll(client: SQSClient, QueueUrl: string, messages: object[]): Promise<void> {
  const bodies = messages.map(message => JSON.stringify(message))
  const batches = Array.from({ length: Math.ceil(bodies.length / batchSize) }, (_, at) =>
    bodies.slice(at * batchSize, (at + 1) * batchSize),
  )
  for (let at = 0; at < batches.length; at += inFlight) {
    await Promise.all(batches.slice(at, at + inFlight).map(batch => sendBatch(client, QueueUrl, batch)))
  }
}

async function sendBatch(client: SQSClient, QueueUrl: string, bodies: string[]): Promise<void> {
  let wanted = bodies
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const Entries = wanted.map((MessageBody, at) => ({ Id: String(at), MessageBody }))
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    if (Failed.length === 0) return
    const refused = new Set(Failed.map(({ Id }) => Id))
    wanted = wanted.filter((_, at) => refused.has(String(at)))
    await new Promise(resolve => setTimeout(resolve, 50 * 2 ** attempt))
  }
  throw new Error(`the queue refused ${wanted.length} messages ${maxTries} times`)
}
