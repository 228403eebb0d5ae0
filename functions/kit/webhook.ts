import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { WebhookAnswer } from '../../core/webhook/answer.ts'
import type { WebhookRequest } from '../../core/webhook/doors.ts'
import { errorFields, log } from './log.ts'

/**
 * Hands over a webhook with the very bytes that were signed. When it fails, the provider is told to deliver again.
 * The path of a webhook names a source, never a person.
 */
export const webhookHandler =
  (receive: (request: WebhookRequest) => Promise<WebhookAnswer>) =>
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      const { status, body, contentType } = await receive(requestOf(event))
      log('INFO', status < 400 ? 'stored' : 'refused', { path: event.rawPath, status })
      return { statusCode: status, body, headers: { 'content-type': contentType, 'cache-control': 'no-store' } }
    } catch (error) {
      log('ERROR', 'apiFailed', { path: event.rawPath, ...errorFields(error) })
      const body = JSON.stringify({ title: 'Not stored', status: 503, detail: 'Deliver again in a minute.' })
      return { statusCode: 503, body, headers: { 'content-type': 'application/problem+json', 'retry-after': '60' } }
    }
  }

const requestOf = (event: APIGatewayProxyEventV2): WebhookRequest => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  query: event.rawQueryString,
  header: name => event.headers[name],
  body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
})
