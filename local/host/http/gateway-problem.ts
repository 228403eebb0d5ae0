import type { ServerResponse } from 'node:http'

/** What API Gateway itself answers when a request does not reach a function, or no answer comes back. */
const problems = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

export type GatewayStatus = keyof typeof problems

/** API Gateway's `message`, in a problem of RFC 9457 as everything else answers it. */
export function sendProblem(
  response: ServerResponse,
  status: GatewayStatus,
  detail: string,
  headers: Record<string, string> = {},
): void {
  const message = problems[status]
  const body = JSON.stringify({ type: 'about:blank', title: message, status, detail, message })
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}
