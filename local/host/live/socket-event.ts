import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { logTime } from '../http/http-event.ts'

/** What is the same in all events of one connection. */
export type Origin = {
  api: string
  stage: string
  connectionId: string
  connectedAt: Date
  domainName: string
  sourceIp: string
  userAgent: string
}

type Route = { routeKey: '$connect' | '$default' | '$disconnect'; eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT' }
type More = { messageId?: string; disconnectStatusCode?: number; disconnectReason?: string }

/**
 * The context of events of a WebSocket API; the shape of the whole as captured at
 * https://gist.github.com/noid11/4aa8933d0b5cdbcc09d377c5d65d28c1
 */
function contextOf(origin: Origin, { routeKey, eventType }: Route, now: Date, more: More = {}) {
  const { api, stage, connectionId, connectedAt, domainName, sourceIp, userAgent } = origin
  const requestId = randomUUID()
  return {
    ...{ routeKey, eventType, stage, connectionId, requestId, domainName, apiId: api, messageDirection: 'IN' },
    extendedRequestId: requestId,
    messageId: more.messageId ?? null,
    disconnectStatusCode: more.disconnectStatusCode ?? null,
    disconnectReason: more.disconnectReason ?? null,
    requestTime: logTime(now),
    requestTimeEpoch: now.getTime(),
    connectedAt: connectedAt.getTime(),
    identity: { sourceIp, userAgent },
  }
}

export function connectEvent(origin: Origin, { headersDistinct, url = '' }: IncomingMessage, now: Date) {
  const headers = Object.entries(headersDistinct).map(([name, values = []]): [string, string[]] => [name, values])
  const query = new URL(url, 'ws://localhost').searchParams
  const names = [...new Set(query.keys())]
  return {
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: Object.fromEntries(headers),
    ...(names.length > 0 && {
      queryStringParameters: Object.fromEntries(names.map(name => [name, query.getAll(name).at(-1)])),
      multiValueQueryStringParameters: Object.fromEntries(names.map(name => [name, query.getAll(name)])),
    }),
    requestContext: contextOf(origin, { routeKey: '$connect', eventType: 'CONNECT' }, now),
    isBase64Encoded: false,
  }
}

export function messageEvent(origin: Origin, data: Buffer, isBinary: boolean, now: Date) {
  const messageId = randomUUID()
  return {
    requestContext: contextOf(origin, { routeKey: '$default', eventType: 'MESSAGE' }, now, { messageId }),
    body: data.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: isBinary,
  }
}

export const disconnectEvent = (origin: Origin, disconnectStatusCode: number, disconnectReason: string, now: Date) => ({
  headers: { Host: origin.domainName, 'x-api-key': '', 'x-restapi': '' },
  multiValueHeaders: { Host: [origin.domainName], 'x-api-key': [''], 'x-restapi': [''] },
  requestContext: contextOf(origin, { routeKey: '$disconnect', eventType: 'DISCONNECT' }, now, {
    disconnectStatusCode,
    disconnectReason,
  }),
  isBase64Encoded: false,
})
