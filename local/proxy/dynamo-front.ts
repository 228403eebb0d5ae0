import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { wholeBody } from '../engines/whole-body.ts'
import type { Caller } from './access.ts'
import type { Callers } from './callers.ts'
import { refuseJson } from './json-answer.ts'
import { dynamoNeeds } from './json-needs.ts'

const agent = new Agent({ keepAlive: true })

/** Hands a call on to the table's engine if the caller's policy allows all that it does. */
export async function forwardDynamo(
  { callers, dynamoEndpoint }: { callers: Callers; dynamoEndpoint: string },
  caller: Caller,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const target = `${request.headers['x-amz-target']}`
  const refusal = callers.refusal(caller, dynamoNeeds(target.split('.')[1] ?? '', JSON.parse(body.toString())))
  if (refusal !== undefined) return refuseJson(response, 'AccessDeniedException', refusal)
  const answer = await forward(dynamoEndpoint, request, body)
  const bytes = await wholeBody(answer)
  response.writeHead(answer.statusCode ?? 502, answer.headers).end(bytes)
}

function forward(endpoint: string, { headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      endpoint,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      resolve,
    )
    call.on('error', reject)
    call.end(body)
  })
}
