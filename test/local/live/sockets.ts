import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as z from 'zod'
import { arnOf, fixtureApp } from '../fixture-app.ts'
import { fixtureFunction } from '../host/bundles.ts'
import { localHost } from '../host/local-host.ts'

/** What a fixture's function may do with connections. */
const callback = `
const callback = (method, id, body) => fetch(process.env.CALLBACK_URL + '/@connections/' + encodeURIComponent(id), { method, body, headers: { authorization } })
`

const socketApi = (name: string) => ({
  Sockets: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'WEBSOCKET' } },
  SocketStage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Sockets' }, StageName: 'live' } },
  SocketIntegration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId: { Ref: 'Sockets' }, IntegrationUri: arnOf(`${name}Function`) },
  },
  ...Object.fromEntries(
    ['$connect', '$disconnect', '$default'].map(key => [
      `Socket${key.slice(1)}Route`,
      {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Sockets' },
          RouteKey: key,
          Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'SocketIntegration' }]] },
        },
      },
    ]),
  ),
})

const connections = (method: string) => ({
  'Fn::Join': [
    '',
    [
      'arn:aws:execute-api:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ':',
      { Ref: 'Sockets' },
      `/live/${method}/@connections/*`,
    ],
  ],
})

/** An app with a WebSocket API whose three routes are this handler; it may post to connections, end them and use queues. */
export const socketApp = (handler: string): string =>
  fixtureApp(
    {
      live: fixtureFunction(`${callback}\n${handler}`, {
        statements: [
          { Action: 'execute-api:ManageConnections', Resource: ['POST', 'DELETE'].map(connections) },
          { Action: 'sqs:SendMessage', Resource: '*' },
        ],
        environment: {
          WORK_QUEUE_URL: { Ref: 'Work' },
          CALLBACK_URL: {
            'Fn::Join': [
              '',
              ['https://', { Ref: 'Sockets' }, '.execute-api.', { Ref: 'AWS::Region' }, '.amazonaws.com/live'],
            ],
          },
        },
      }),
    },
    socketApi('live'),
  )

export const socketHost = (handler: string, options: Parameters<typeof localHost>[1] = {}) =>
  localHost(socketApp(handler), options)

/** A client that keeps what it hears. */
export async function connectTo(url: string, path = '/live?ticket=good') {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: { 'x-one': 'a' } })
  const heard: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  socket.on('message', data => {
    const message: unknown = JSON.parse(`${data}`)
    const next = waiting.shift()
    if (next) next(message)
    else heard.push(message)
  })
  const closed = once(socket, 'close').catch((): [number] => [0])
  socket.on('error', () => socket.close())
  onTestFinished(() => socket.terminate())
  const refused = new Promise<number>(resolve => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  })
  const status = await Promise.race([once(socket, 'open').then(() => 101), refused])
  return {
    socket,
    status,
    /** The next message. */
    next: (): Promise<unknown> =>
      heard.length > 0 ? Promise.resolve(heard.shift()) : new Promise(resolve => waiting.push(resolve)),
    /** The code with which the connection ended. */
    closed: async (): Promise<number> =>
      z
        .tuple([z.number()])
        .rest(z.unknown())
        .parse(await closed)[0],
  }
}
