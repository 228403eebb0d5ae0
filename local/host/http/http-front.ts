import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Report } from '../../report.ts'
import { StartError } from '../../start-error.ts'
import type { HttpRoute } from '../../template/http-routes.ts'
import { FunctionFailure } from '../functions/function-failure.ts'
import type { FunctionPool } from '../functions/function-pool.ts'
import { authorize, type JwtContext, type VerifyToken } from './authorize.ts'
import { sendProblem } from './gateway-problem.ts'
import { readAnswer, sendAnswer } from './http-answer.ts'
import { httpEvent } from './http-event.ts'
import { matchRoute, type RouteMatch } from './match-route.ts'
import { readBody } from './read-body.ts'

export type ExtraHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type HttpFrontSettings = {
  port: number
  routes: readonly HttpRoute[]
  poolOf: (name: string) => FunctionPool
  verifyToken: VerifyToken
  /** What answers a path that is no route of the template; asked before the routes are. */
  extraRoute: (method: string, path: string) => ExtraHandler | undefined
  /** What answers requests to upgrade the connection; without it they are refused. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  report: Report
}

export type HttpFront = { port: number; stop: () => Promise<void> }

/**
 * Longer than clients keep a connection that is idle: a request that meets one just being closed is lost, which Node's five
 * seconds let happen on a machine that has much to do.
 */
const keepAliveMs = 75_000

/** The HTTP API of the template on 127.0.0.1. Throws `StartError` when the port is taken. */
export async function startHttpFront(settings: HttpFrontSettings): Promise<HttpFront> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    handle(settings, request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return
      settings.report(`A request failed: ${error instanceof Error ? error.name : typeof error}`)
      if (response.headersSent) response.destroy()
      else sendProblem(response, 500, 'Something failed here.')
    })
  })
  if (settings.upgrade) server.on('upgrade', settings.upgrade)
  server.listen(settings.port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new StartError(
      `Port ${settings.port} cannot be used (${error instanceof Error ? error.message : error}). Set PORT to another one.`,
    )
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : settings.port,
    stop: () => end(server),
  }
}

/** Takes no more requests; those that are being answered have four seconds. */
async function end(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const late = setTimeout(() => server.closeAllConnections(), 4000)
  await closed
  clearTimeout(late)
}

async function handle(settings: HttpFrontSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [rawPath = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const method = request.method ?? 'GET'
  const extra = settings.extraRoute(method, rawPath)
  if (extra) return extra(request, response)
  const path = decodePath(rawPath)
  const match = matchRoute(settings.routes, method, path)
  if (!match) return refuse(request, response, 404, 'GET /openapi.json lists every path.')
  const jwt = match.route.signedIn ? await admit(settings, match, request, response) : undefined
  if (response.writableEnded) return
  const body = await readBody(request)
  if (!body) return sendProblem(response, 413, 'Send at most 10 MB.')
  const event = httpEvent({ request, path, query, body, match, jwt, now: new Date() })
  await answer(settings, match, event, response)
}

async function admit(
  { verifyToken }: HttpFrontSettings,
  { route }: RouteMatch,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<JwtContext | undefined> {
  const verdict = await authorize(route, request.headers.authorization, verifyToken)
  if (!('status' in verdict)) return verdict
  const detail = verdict.status === 401 ? 'Send the header authorization: Bearer <token>.' : 'The token lacks a scope.'
  await refuse(request, response, verdict.status, detail, { 'www-authenticate': verdict.wwwAuthenticate })
  return undefined
}

/** Reads the rest of the body first: the client would see a broken connection instead of the answer. */
async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: 401 | 403 | 404,
  detail: string,
  headers: Record<string, string> = {},
): Promise<void> {
  await readBody(request)
  sendProblem(response, status, detail, headers)
}

async function answer(
  { poolOf, report }: HttpFrontSettings,
  { route }: RouteMatch,
  event: unknown,
  response: ServerResponse,
): Promise<void> {
  try {
    const read = readAnswer(await poolOf(route.function).invoke(event))
    if (read) return sendAnswer(response, read)
    report(`${route.function} answered ${route.key} in a form that is no HTTP response`)
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error
    report(`${route.key}: ${error.message}`)
    if (error.kind !== 'threw' && error.kind !== 'crashed')
      return sendProblem(response, 503, 'Try again in a moment.', { 'retry-after': '1' })
  }
  sendProblem(response, 500, 'It was logged.')
}

/** What is not valid percent-encoding stays as it is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
