import type { ServerResponse } from 'node:http'
import * as z from 'zod'

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const answerSchema = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerValue).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

export type HttpAnswer = z.infer<typeof answerSchema>

/**
 * What a function answered, as an HTTP API reads it: without a status it is the JSON body of a 200. Undefined when it
 * is in no form that an HTTP API accepts.
 */
export function readAnswer(answer: unknown): HttpAnswer | undefined {
  if (typeof answer === 'object' && answer !== null && 'statusCode' in answer) {
    const parsed = answerSchema.safeParse(answer)
    return parsed.success ? parsed.data : undefined
  }
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer)
  const headers = { 'content-type': 'application/json' }
  return { statusCode: 200, headers, cookies: [], body, isBase64Encoded: false }
}

export function sendAnswer(
  response: ServerResponse,
  { statusCode, headers, cookies, body, isBase64Encoded }: HttpAnswer,
) {
  response.statusCode = statusCode
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  response.setHeader('content-length', bytes.length)
  response.end(bytes)
}
