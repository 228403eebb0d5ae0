import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ConsoleConfig } from '../../../console/serving/console-config.ts'
import { cacheControl, isPage, mediaTypeOf, securityHeaders } from '../../../console/serving/headers.ts'
import { sendProblem } from '../http/gateway-problem.ts'
import type { ExtraHandler } from '../http/http-front.ts'

export type ConsoleFiles = {
  folder: string
  config: ConsoleConfig
  /** Where else the console may connect to. */
  connect: string[]
  /** Paths that are not the console's. */
  taken: (path: string) => boolean
}

type File = { bytes: Buffer; zipped: Buffer }

/** Serves the built console as CloudFront does: the same headers, and its page for every path that is nobody else's. */
export function consoleRoutes({ folder, config, connect, taken }: ConsoleFiles) {
  const files = new Map(filesBelow(folder).map(path => [path.slice(folder.length), once(() => readFile(path))]))
  const configFile = toFile(Buffer.from(JSON.stringify(config)))
  files.set('/config.json', () => configFile)
  const headers = securityHeaders(connect)
  return (method: string, path: string): ExtraHandler | undefined => {
    if (method !== 'GET' && method !== 'HEAD') return undefined
    const name = files.has(path) ? path : isPage(path) && !taken(path) ? '/index.html' : undefined
    const file = name === undefined ? undefined : files.get(name)
    if (name === undefined || file === undefined) return undefined
    return async (request, response) => send(request, response, { name, file: file(), headers, path })
  }
}

type Sent = { name: string; file: File; headers: Record<string, string>; path: string }

/** Programs that ask for a path by mistake are told so; only a browser, which asks for a page, gets one. */
function send(request: IncomingMessage, response: ServerResponse, { name, file, headers, path }: Sent): void {
  const { accept = '', 'accept-encoding': encodings = '' } = request.headers
  if (name === '/index.html' && path !== '/' && path !== name && !accept.includes('text/html')) {
    sendProblem(response, 404, 'GET /openapi.json lists every path.')
    return
  }
  const zip = /\bgzip\b/.test(`${encodings}`)
  const bytes = zip ? file.zipped : file.bytes
  response.writeHead(200, {
    ...headers,
    'content-type': mediaTypeOf(name),
    'content-length': bytes.length,
    'cache-control': cacheControl(name),
    vary: 'accept-encoding',
    ...(zip && { 'content-encoding': 'gzip' }),
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

const readFile = (path: string): File => toFile(readFileSync(path))
const toFile = (bytes: Buffer): File => ({ bytes, zipped: gzipSync(bytes) })

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap(name => filesBelow(join(path, name))) : [path]
