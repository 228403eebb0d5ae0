import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { account } from '../../engines/account.ts'
import type { JwtContext } from './authorize.ts'
import type { RouteMatch } from './match-route.ts'

export type Received = {
  request: IncomingMessage
  /** Decoded, as an HTTP API hands it over (https://github.com/middleapi/standard-server/pull/93). */
  path: string
  query: string
  body: Buffer
  match: RouteMatch
  jwt: JwtContext | undefined
  now: Date
}

export type HttpFunctionEvent = Omit<APIGatewayProxyEventV2, 'requestContext'> & {
  requestContext: APIGatewayProxyEventV2['requestContext'] & { authorizer?: { jwt: JwtContext } }
}

/**
 * A request as an HTTP API hands it to a function in payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent({ request, path, query, body, match, jwt, now }: Received): HttpFunctionEvent {
  const { cookie, ...headers } = headersOf(request)
  const parameters = queryParameters(query)
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*|,\s*/) }),
    headers,
    ...(parameters && { queryStringParameters: parameters }),
    requestContext: requestContext(request, path, match, jwt, now),
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(isText(headers['content-type']) ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText(headers['content-type']),
  }
}

/** Several headers of one name become one, and a proxy's own are added. */
function headersOf({ headersDistinct, socket }: IncomingMessage): Record<string, string> {
  const joined = Object.entries(headersDistinct).map(([name, values]): [string, string] => [
    name,
    (values ?? []).join(','),
  ])
  return {
    'x-forwarded-for': socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': `${socket.localPort ?? ''}`,
    ...Object.fromEntries(joined),
  }
}

function queryParameters(query: string): Record<string, string> | undefined {
  if (query === '') return undefined
  const joined: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = name in joined ? `${joined[name]},${value}` : value
  return joined
}

function requestContext(
  request: IncomingMessage,
  path: string,
  { route }: RouteMatch,
  jwt: JwtContext | undefined,
  now: Date,
): HttpFunctionEvent['requestContext'] {
  const domainName = request.headers.host ?? 'localhost'
  return {
    accountId: account.id,
    apiId: 'local',
    ...(jwt && { authorizer: { jwt } }),
    domainName,
    domainPrefix: domainName.split('.')[0] ?? domainName,
    http: {
      method: request.method ?? 'GET',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: route.key,
    stage: '$default',
    time: logTime(now),
    timeEpoch: now.getTime(),
  }
}

/** The time of the common log format: `12/Mar/2020:19:03:58 +0000`. */
export function logTime(now: Date): string {
  const [, day = '', month = '', year = '', time = ''] = now.toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

/**
 * Only these types reach a function as text, every other in base64: forms too, and a body without a type
 * (observed on AWS: https://github.com/ministackorg/ministack/pull/766).
 */
const isText = (contentType = ''): boolean =>
  /^(?:text\/[^;]+|application\/(?:json|xml|javascript))\s*(?:;|$)/i.test(contentType.trim())
