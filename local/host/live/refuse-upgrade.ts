import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers an upgrade with a status instead, as API Gateway does when `$connect` refuses. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  const message = STATUS_CODES[status] ?? 'Refused'
  const body = JSON.stringify({ message })
  const head = [
    `HTTP/1.1 ${status} ${message}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
