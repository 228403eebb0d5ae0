import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod'
import { type Connections, mostInFrame, mostInMessage, type OpenConnection } from '../../engines/connections.ts'
import type { Report } from '../../report.ts'
import type { SocketApi } from '../../template/sockets.ts'
import type { PoolOf } from '../functions/start-functions.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { connectEvent, disconnectEvent, messageEvent, type Origin } from './socket-event.ts'

/** API Gateway's quotas for WebSocket APIs. */
export const cloudLimits = { idleMs: 10 * 60_000, longestMs: 2 * 60 * 60_000 }

export type SocketFrontSettings = {
  sockets: SocketApi[]
  connections: Connections
  poolOf: PoolOf
  report: Report
  limits: typeof cloudLimits
}

const answerSchema = z.looseObject({ statusCode: z.coerce.number().int().min(100).max(599) })

/**
 * The WebSocket APIs of the template, on the port of the HTTP API below the names of their stages. A message of more
 * than a frame's size is refused even in several frames, which is stricter than API Gateway.
 */
export class SocketFront {
  #settings: SocketFrontSettings
  #server = new WebSocketServer({ noServer: true, maxPayload: mostInMessage, perMessageDeflate: false })
  #ending = new Set<Promise<void>>()

  constructor(settings: SocketFrontSettings) {
    this.#settings = settings
  }

  /** Answers a request to upgrade: the function of `$connect` decides. */
  upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    this.#admit(request, socket, head).catch((error: unknown) => {
      this.#settings.report(`A connection could not be made: ${error instanceof Error ? error.name : typeof error}`)
      socket.destroy()
    })
  }

  /** Ends all connections; what `$disconnect` does may go on for a while. */
  async stop(): Promise<void> {
    for (const { socket } of this.#settings.connections.all) {
      socket.close(1001, 'Going away')
      setTimeout(() => socket.terminate(), 500).unref()
    }
    await Promise.all(this.#ending)
    this.#server.close()
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = new URL(request.url ?? '/', 'ws://localhost').pathname
    const api = this.#settings.sockets.find(({ stage }) => path === `/${stage}`)
    if (api === undefined) return refuseUpgrade(socket, 404)
    const origin = originOf(api, request)
    const status = await this.#connect(api, connectEvent(origin, request, new Date()))
    if (status < 200 || status > 299) return refuseUpgrade(socket, status)
    this.#server.handleUpgrade(request, socket, head, client => this.#open(api, origin, client))
  }

  async #connect(api: SocketApi, event: unknown): Promise<number> {
    try {
      const answer = answerSchema.safeParse(await this.#invoke(api, '$connect', event))
      return answer.success ? answer.data.statusCode : 502
    } catch (error) {
      this.#settings.report(`$connect: ${error instanceof Error ? error.message : error}`)
      return 502
    }
  }

  #open(api: SocketApi, origin: Origin, socket: WebSocket): void {
    const { connections, limits } = this.#settings
    const connection: OpenConnection = {
      ...{ socket, connectedAt: origin.connectedAt, lastActiveAt: new Date(), sourceIp: origin.sourceIp },
    }
    connections.add(origin.connectionId, connection)
    const clock = setInterval(() => endWhenDue(connection, limits), Math.min(1000, limits.idleMs / 4))
    clock.unref()
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      connection.lastActiveAt = new Date()
      if (data.length > mostInFrame) socket.close(1009, 'The frame is too large')
      else void this.#say(api, origin, socket, messageEvent(origin, data, isBinary, new Date()))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', (code, reason) => {
      clearInterval(clock)
      connections.remove(origin.connectionId)
      this.#end(api, disconnectEvent(origin, code, `${reason}`, new Date()))
    })
  }

  /** What fails is told to the client in API Gateway's words. */
  async #say(api: SocketApi, { connectionId }: Origin, socket: WebSocket, event: ReturnType<typeof messageEvent>) {
    try {
      await this.#invoke(api, '$default', event)
    } catch (error) {
      this.#settings.report(`$default: ${error instanceof Error ? error.message : error}`)
      const { requestId } = event.requestContext
      socket.send(JSON.stringify({ message: 'Internal server error', connectionId, requestId }))
    }
  }

  #end(api: SocketApi, event: unknown): void {
    const ending = this.#invoke(api, '$disconnect', event)
      .catch((error: unknown) =>
        this.#settings.report(`$disconnect: ${error instanceof Error ? error.message : error}`),
      )
      .then(() => void this.#ending.delete(ending))
    this.#ending.add(ending)
  }

  async #invoke({ routes }: SocketApi, key: string, event: unknown): Promise<unknown> {
    const name = routes.get(key)
    return name === undefined ? { statusCode: 200 } : this.#settings.poolOf(name).invoke(event)
  }
}

function endWhenDue({ socket, connectedAt, lastActiveAt }: OpenConnection, limits: typeof cloudLimits): void {
  const now = Date.now()
  if (now - lastActiveAt.getTime() > limits.idleMs) socket.close(1001, 'Going away')
  else if (now - connectedAt.getTime() > limits.longestMs) socket.close(1001, 'Going away')
}

/** Ids look as in the cloud: base64, with a `=` that addresses must escape. */
const originOf = ({ api, stage }: SocketApi, { headers, socket }: IncomingMessage): Origin => ({
  ...{ api, stage, connectionId: randomBytes(11).toString('base64'), connectedAt: new Date() },
  domainName: headers.host ?? 'localhost',
  sourceIp: socket.remoteAddress ?? '127.0.0.1',
  userAgent: headers['user-agent'] ?? '',
})
