import type { IncomingMessage, ServerResponse } from 'node:http'
import { arnOf } from '../engines/account.ts'
import type { Connections, OpenConnection } from '../engines/connections.ts'
import { wholeBody } from '../engines/whole-body.ts'
import type { SocketApi } from '../template/sockets.ts'
import { accessKeyOf, type Callers } from './callers.ts'
import { answerJson } from './json-answer.ts'

export type ConnectionServices = { callers: Callers; connections: Connections; sockets: SocketApi[] }

type Asked = { api: string; stage: string; id: string }

const methods = ['POST', 'GET', 'DELETE'] as const

/** What a path asks of a connection: `/<stage>/@connections/<id>`; undefined for every other path. */
export function connectionAsked(sockets: SocketApi[], path: string): Asked | undefined {
  const [, stage, id] = /^\/([^/]+)\/@connections\/([^/?]+)$/.exec(path) ?? []
  const api = sockets.find(one => one.stage === stage)
  return api && stage !== undefined && id !== undefined
    ? { api: api.api, stage, id: decodeURIComponent(id) }
    : undefined
}

/**
 * Posts to a connection, tells of it or ends it, for whoever may.
 * https://docs.aws.amazon.com/apigatewaymanagementapi/latest/apireference/API_PostToConnection.html
 */
export async function handleConnection(
  { callers, connections }: ConnectionServices,
  { api, stage, id }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await wholeBody(request)
  const method = methods.find(one => one === request.method)
  const caller = callers.find(accessKeyOf(request.headers))
  if (method === undefined || caller === undefined) return refuse(response, 403, 'ForbiddenException')
  const resource = arnOf('execute-api', `${api}/${stage}/${method}/@connections/${id}`)
  if (callers.refusal(caller, [{ action: 'execute-api:ManageConnections', resource }]) !== undefined)
    return refuse(response, 403, 'ForbiddenException')
  switch (method) {
    case 'POST':
      return posted(response, connections.post(id, body))
    case 'DELETE':
      return closed(response, connections.close(id))
    case 'GET':
      return describe(response, connections.find(id))
    default:
      return method satisfies never
  }
}

function closed(response: ServerResponse, was: boolean): void {
  if (was) response.writeHead(204).end()
  else refuse(response, 410, 'GoneException')
}

function posted(response: ServerResponse, outcome: 'sent' | 'gone' | 'too-large'): void {
  if (outcome === 'sent') response.writeHead(200).end()
  else if (outcome === 'gone') refuse(response, 410, 'GoneException')
  else refuse(response, 413, 'PayloadTooLargeException')
}

function describe(response: ServerResponse, connection: OpenConnection | undefined): void {
  if (connection === undefined) refuse(response, 410, 'GoneException')
  else answerJson(response, 200, shown(connection))
}

const shown = ({ connectedAt, lastActiveAt, sourceIp }: OpenConnection) => ({
  connectedAt: connectedAt.toISOString(),
  identity: { sourceIp, userAgent: '' },
  lastActiveAt: lastActiveAt.toISOString(),
})

function refuse(response: ServerResponse, status: 403 | 410 | 413, type: string): void {
  response.setHeader('x-amzn-errortype', type)
  answerJson(response, status, { message: type })
}
