import { Agent, request } from 'node:http'
import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { localClient } from '../tables-on-disk.ts'

/**
 * A client that speaks DynamoDB's JSON protocol over one bare HTTP connection a call, without signing, retries and
 * telemetry: half the work of a call, for tests that are about what is said and not about the SDK. No binary
 * attributes. Requests are JSON bodies under an X-Amz-Target (Amazon DynamoDB Developer Guide, "DynamoDB low-level API").
 */
export function bareClient(endpoint: string): DynamoDBClient {
  const agent = new Agent({ keepAlive: true })
  const client = localClient(endpoint)
  client.middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => ({ response: undefined, output: await call(endpoint, agent, commandName, input) }),
    { step: 'initialize', priority: 'high' },
  )
  return client
}

async function call(endpoint: string, agent: Agent, commandName: string, input: object) {
  const { status, text } = await post(endpoint, agent, commandName.replace(/Command$/, ''), JSON.stringify(input))
  const output = JSON.parse(text)
  if (status !== 200) throw failure(output)
  return { ...output, $metadata: {} }
}

const failureSchema = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).default([]),
})

function failure(answer: unknown): Error {
  const { __type, message, Message, CancellationReasons } = failureSchema.parse(answer)
  const text = message ?? Message ?? __type
  if (!__type.endsWith('#TransactionCanceledException')) return new Error(text)
  return new TransactionCanceledException({ message: text, $metadata: {}, CancellationReasons })
}

function post(
  endpoint: string,
  agent: Agent,
  target: string,
  body: string,
): Promise<{ status?: number; text: string }> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amz-target': `DynamoDB_20120810.${target}`,
    'x-amz-date': '20260301T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  }
  return new Promise((resolve, reject) => {
    const sent = request(endpoint, { method: 'POST', agent, headers }, answer => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', chunk => {
        text += chunk
      })
      answer.on('end', () => resolve({ ...(answer.statusCode !== undefined && { status: answer.statusCode }), text }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
