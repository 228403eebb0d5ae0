import { Agent, type IncomingMessage, request } from 'node:http'
import * as z from 'zod'
import { account } from './account.ts'
import { wholeBody } from './whole-body.ts'

/** Where an AWS JSON service answers and as whom we call it. */
export type AwsTarget = { endpoint: string; accessKeyId: string }

/** A service refused; `name` is its error type without the namespace, like `ResourceNotFoundException`. */
export class AwsError extends Error {
  status: number
  constructor(name: string, message: string, status: number) {
    super(message)
    this.name = name
    this.status = status
  }
}

const agent = new Agent({ keepAlive: true })

const refusalSchema = z.looseObject({
  __type: z.string().optional(),
  message: z.string().optional(),
  Message: z.string().optional(),
})

/**
 * One call of the AWS JSON protocol, as the SDK would make it, without its cost: the pollers call all the time. The
 * engines do not check signatures, so none is made. Throws `AwsError` when the service refuses.
 */
export async function callAws(
  target: AwsTarget,
  operation: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await post(target, operation, JSON.stringify(input), signal)
  const text = (await wholeBody(response)).toString()
  const status = response.statusCode ?? 500
  if (status < 300) return text === '' ? {} : JSON.parse(text)
  throw refusal(text, status)
}

function post(target: AwsTarget, operation: string, body: string, signal?: AbortSignal): Promise<IncomingMessage> {
  const version = operation.startsWith('DynamoDB') ? '1.0' : '1.1'
  const headers = {
    'content-type': `application/x-amz-json-${operation.startsWith('AmazonSQS') ? '1.0' : version}`,
    'content-length': Buffer.byteLength(body),
    'x-amz-target': operation,
    'x-amz-date': '20250101T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${target.accessKeyId}/20250101/${account.region}/local/aws4_request, SignedHeaders=host;x-amz-date, Signature=none`,
  }
  return new Promise((resolve, reject) => {
    const call = request(target.endpoint, { method: 'POST', headers, agent, ...(signal && { signal }) }, resolve)
    call.on('error', reject)
    call.end(body)
  })
}

function refusal(text: string, status: number): AwsError {
  const parsed = refusalSchema.safeParse(parseJson(text))
  if (!parsed.success) return new AwsError('UnreadableAnswer', text.slice(0, 200), status)
  const { __type = 'UnknownError', message, Message } = parsed.data
  return new AwsError(__type.replace(/^.*#/, ''), message ?? Message ?? 'no message', status)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
